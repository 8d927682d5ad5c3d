using System.Text.RegularExpressions;

namespace Helpline.Telephony.Flow;

/// <summary>Reads what Twilio gives as the caller's number.</summary>
internal static partial class CallerNumber
{
    // What "anonymous", "unavailable", "unknown", "blocked" and "restricted" spell on a keypad.
    private static readonly HashSet<string> Withheld =
        new(StringComparer.Ordinal) { "+266696687", "+86282452253", "+8656696", "+2562533", "+7378742833" };

    /// <summary>The number in E.164, or null when it is withheld or no number. Either way the call is welcome.</summary>
    public static string? Parse(string? from) => from is not null && E164().IsMatch(from) && !Withheld.Contains(from) ? from : null;

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
