using Helpline.Telephony.Tokens;

namespace Helpline.Web.Pages.Console;

/// <summary>Reads what a console's browser says of its microphone and ringer.</summary>
internal static class SoundTried
{
    /// <summary>Whether the adviser may be rung in that browser: they were tried there, or need not be.</summary>
    public static bool IsTried(this ISoftphones softphones, string? sound) => sound == "tried" || (sound == "without" && softphones.MayGoWithoutSound);
}
