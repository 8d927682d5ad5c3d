using System.Globalization;
using Helpline.Core.Texts;
using Helpline.Telephony.Rest;

namespace Helpline.Telephony.Texts;

/// <summary>What Twilio's error codes mean for a text.</summary>
internal static class TextErrors
{
    /// <summary>The reason that is kept and shown.</summary>
    public static string ReasonOf(int? code) => code switch
    {
        TwilioErrorCodes.OptedOut => TextReasons.OptedOut,
        TwilioErrorCodes.NotMobile or TwilioErrorCodes.InvalidNumber or TwilioErrorCodes.UnknownHandset or TwilioErrorCodes.Landline => TextReasons.CannotReceive,
        TwilioErrorCodes.UnreachableHandset => TextReasons.Unreachable,
        { } other => TextReasons.RefusedPrefix + other.ToString(CultureInfo.InvariantCulture),
        null => TextReasons.RefusedPrefix + "unknown",
    };
}
