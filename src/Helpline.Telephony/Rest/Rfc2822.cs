using System.Globalization;

namespace Helpline.Telephony.Rest;

/// <summary>The dates of REST answers and callbacks, such as <c>Tue, 31 Aug 2010 20:36:28 +0000</c>.</summary>
internal static class Rfc2822
{
    private static readonly string[] Formats = ["ddd, d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz"];

    /// <summary>Reads a date into UTC, or null where there is none or it makes no sense.</summary>
    public static DateTime? Parse(string? text)
    {
        var numeric = text?.Replace(" GMT", " +00:00", StringComparison.Ordinal).Replace(" UT", " +00:00", StringComparison.Ordinal);
        return DateTimeOffset.TryParseExact(
            numeric, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date.UtcDateTime
            : null;
    }

    /// <summary>Writes a UTC date the way Twilio does.</summary>
    public static string Format(DateTime utc) =>
        utc.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
