namespace Helpline.Web.Pages.Public.Ask;

/// <summary>Text as somebody typed it, made fit to keep.</summary>
public static class Typed
{
    // They turn the order of letters round and have no use but to disguise; marks and isolates, which right-to-left writing needs, stay.
    private const char LeftToRightOverride = '\u202D';
    private const char RightToLeftOverride = '\u202E';

    /// <summary>
    /// Line breaks made one kind; invisible control characters, overrides of direction and halves of characters left out; ends trimmed.
    /// Null when nothing is left.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var plain = text.ReplaceLineEndings("\n");
        var kept = new char[plain.Length];
        var count = 0;
        for (var i = 0; i < plain.Length; i++)
        {
            var sign = plain[i];
            if (char.IsHighSurrogate(sign) && i + 1 < plain.Length && char.IsLowSurrogate(plain[i + 1]))
            {
                kept[count++] = sign;
                kept[count++] = plain[++i];
            }
            else if (!char.IsSurrogate(sign) && sign is not (LeftToRightOverride or RightToLeftOverride) && (!char.IsControl(sign) || sign is '\n' or '\t'))
            {
                kept[count++] = sign;
            }
        }

        var clean = new string(kept, 0, count).Trim();
        return clean.Length == 0 ? null : clean;
    }
}
