namespace Helpline.Telephony.Signing;

/// <summary>The spellings of one URL that a signature may have been made over. Works on text: parsing would re-encode it.</summary>
internal static class SignedUrl
{
    /// <summary>What the service signs for a configured URL: no fragment, no user information and, over HTTPS, no port.</summary>
    public static string ForVoice(string configured)
    {
        var url = Split(WithoutFragment(configured));
        var host = url.Host[(url.Host.LastIndexOf('@') + 1)..];
        var port = url.Scheme == "https://" ? "" : url.Port;
        return url.Scheme + host + port + url.Tail;
    }

    /// <summary>The URL without a port, with its port (the scheme's own if none is given), and each with the legacy query.</summary>
    public static IReadOnlyList<string> Variants(string url)
    {
        var parts = Split(url);
        var port = parts.Port.Length > 0 ? parts.Port : parts.Scheme == "https://" ? ":443" : ":80";
        var legacy = LegacyQuery(parts.Tail);
        List<string> variants =
        [
            parts.Scheme + parts.Host + parts.Tail,
            parts.Scheme + parts.Host + port + parts.Tail,
        ];
        if (legacy != parts.Tail)
        {
            variants.Add(parts.Scheme + parts.Host + legacy);
            variants.Add(parts.Scheme + parts.Host + port + legacy);
        }

        return variants;
    }

    /// <summary>The first value of a query field, decoded, or null.</summary>
    public static string? QueryValue(string url, string name)
    {
        var start = url.IndexOf('?', StringComparison.Ordinal);
        return start < 0 ? null : TwilioForm.Parse(WithoutFragment(url)[(start + 1)..]).Find(name);
    }

    private static string WithoutFragment(string url) => url.Split('#', 2)[0];

    private static (string Scheme, string Host, string Port, string Tail) Split(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#');
        end = end < 0 ? url.Length : start + end;
        var authority = url[start..end];
        var colon = authority.LastIndexOf(':');
        // The colons of [::1] and of user:password@host are not a port's.
        var hasPort = colon > authority.LastIndexOf(']') && colon > authority.LastIndexOf('@');
        return hasPort
            ? (url[..start], authority[..colon], authority[colon..], url[end..])
            : (url[..start], authority, "", url[end..]);
    }

    // Older signers decode the query and write it again, repeats gathered at the first of their name.
    private static string LegacyQuery(string tail)
    {
        var start = tail.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return tail;
        }

        var fields = TwilioForm.Parse(tail[(start + 1)..]).Fields;
        var again = fields.GroupBy(field => field.Key, StringComparer.Ordinal)
            .SelectMany(group => group)
            .Select(field => $"{Escape(field.Key)}={Escape(field.Value)}");
        return $"{tail[..start]}?{string.Join('&', again)}";
    }

    private static string Escape(string value) => Uri.EscapeDataString(value)
        .Replace("%21", "!", StringComparison.Ordinal).Replace("%27", "'", StringComparison.Ordinal)
        .Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal)
        .Replace("%2A", "*", StringComparison.Ordinal);
}
