using System.Globalization;
using System.Text;
using System.Xml;

namespace Helpline.Telephony.TwiML;

/// <summary>Makes text and values safe to put in a document.</summary>
internal static class TwimlText
{
    /// <summary>The longest text one Say may hold.</summary>
    public const int MaxSay = 4096;

    /// <summary>Cuts text into pieces a Say may hold: after a sentence if it can, else between words, never inside a character.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        var rest = Clean(text).Trim();
        while (rest.Length > MaxSay)
        {
            var cut = Cut(rest);
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    /// <summary>Takes out what XML cannot hold: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes turns half a pair into U+FFFD, which would be spoken as "replacement character".
            if (rune.Value != 0xFFFD && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>Checks a URL that is absolute, or relative to the document that names it.</summary>
    public static string Url(string url)
    {
        var absolute = url.Contains("://", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(url) || url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            || !Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var uri)
            || (absolute && uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("Not an http address or a path.", nameof(url));
        }

        return url;
    }

    /// <summary>An attribute's value, or null to leave the attribute out.</summary>
    public static string? Value(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An attribute's value, or null to leave the attribute out.</summary>
    public static string? Value(bool? flag) => flag switch { true => "true", false => "false", null => null };

    private static int Cut(string text)
    {
        var window = text.AsSpan(0, MaxSay);
        var sentence = window.LastIndexOfAny(". ", "? ", "! ");
        if (sentence > 0)
        {
            return sentence + 1;
        }

        var word = window.LastIndexOf(' ');
        return word > 0 ? word : MaxSay - (char.IsHighSurrogate(text[MaxSay - 1]) ? 1 : 0);
    }

    private static int LastIndexOfAny(this ReadOnlySpan<char> text, params ReadOnlySpan<string> ends)
    {
        var last = -1;
        foreach (var end in ends)
        {
            last = Math.Max(last, text.LastIndexOf(end, StringComparison.Ordinal));
        }

        return last;
    }
}
