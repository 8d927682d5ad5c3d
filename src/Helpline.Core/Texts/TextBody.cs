using System.Text;

namespace Helpline.Core.Texts;

/// <summary>
/// The words of a text message and how many parts they are billed and sent as: GSM-7 160 or 153 each, UCS-2 70 or 67 each (3GPP TS 23.038, 23.040).
/// One curly quote would turn the whole text into UCS-2, so what word processors put in is made plain first.
/// </summary>
public static class TextBody
{
    /// <summary>The most parts a text of ours may have.</summary>
    public const int MostSegments = 4;

    /// <summary>Longest text the service takes, in characters.</summary>
    public const int MostLength = 1600;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "^{}\\[~]|€\f";

    /// <summary>The text as it is sent: typographic quotes, dashes and spaces made plain, ends trimmed.</summary>
    public static string Tidy(string? text)
    {
        var tidy = new StringBuilder();
        foreach (var c in (text ?? "").ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC))
        {
            tidy.Append(c switch
            {
                '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u00B4' or '`' => "'",
                '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => "\"",
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '\u2022' or '\u00B7' => "-",
                '\u2026' => "...",
                '\u00A0' or '\u2007' or '\u2009' or '\u200A' or '\u202F' or '\t' => " ",
                '\u00BD' => "1/2",
                '\u00BC' => "1/4",
                '\u00BE' => "3/4",
                '\u200B' or '\u200C' or '\uFEFF' or '\u00AD' => "",
                _ => c.ToString(),
            });
        }

        return tidy.ToString().Trim();
    }

    /// <summary>Whether every character is in GSM-7.</summary>
    public static bool IsPlain(string text) => text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Extended.Contains(c, StringComparison.Ordinal));

    /// <summary>How many parts the text has; 0 when it is empty.</summary>
    public static int SegmentsOf(string text)
    {
        // Two units that belong together (an escaped sign, half of an emoji) are never parted.
        var units = IsPlain(text)
            ? [.. text.Select(c => Extended.Contains(c, StringComparison.Ordinal) ? 2 : 1)]
            : text.EnumerateRunes().Select(r => r.Utf16SequenceLength).ToList();
        var (one, many) = IsPlain(text) ? (160, 153) : (70, 67);
        if (units.Sum() <= one)
        {
            return units.Count == 0 ? 0 : 1;
        }

        var (segments, used) = (1, 0);
        foreach (var size in units)
        {
            if (used + size > many)
            {
                segments++;
                used = 0;
            }

            used += size;
        }

        return segments;
    }

    /// <summary>Whether it can be sent as one text of ours.</summary>
    public static bool Fits(string text) => text.Length is > 0 and <= MostLength && SegmentsOf(text) <= MostSegments;
}
