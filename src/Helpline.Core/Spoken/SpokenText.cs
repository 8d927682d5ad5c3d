namespace Helpline.Core.Spoken;

/// <summary>Why a text cannot be spoken.</summary>
public enum SpokenTextRefusal
{
    /// <summary>It is longer than <see cref="SpokenText.Longest"/>.</summary>
    TooLong,

    /// <summary>It has no word in it.</summary>
    NoWords,

    /// <summary>It has brackets that mean something in files of ours, and would be read out.</summary>
    Brackets,
}

/// <summary>What is asked of a text before it is spoken to callers.</summary>
public static class SpokenText
{
    /// <summary>Longest text, in characters: about forty seconds of speech.</summary>
    public const int Longest = 600;

    /// <summary>The text as it is kept: on one line, without room around it, null when nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        var text = typed is null ? "" : string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Why a tidied text is refused; null when it may be spoken, as nothing may: then the built-in text is.</summary>
    public static SpokenTextRefusal? Refusal(string? text) =>
        text is null ? null
        : text.Length > Longest ? SpokenTextRefusal.TooLong
        : text.AsSpan().ContainsAny("{}<>") ? SpokenTextRefusal.Brackets
        : text.Any(char.IsLetter) ? null
        : SpokenTextRefusal.NoWords;
}
