namespace Helpline.Telephony.Rest;

/// <summary>The error codes our flow decides by.</summary>
internal static class TwilioErrorCodes
{
    /// <summary>The credentials are wrong, or of another region.</summary>
    public const int Authentication = 20003;

    /// <summary>There is no such resource, or no longer.</summary>
    public const int NotFound = 20404;

    /// <summary>Too many requests at once.</summary>
    public const int TooManyRequests = 20429;

    /// <summary>The call is over.</summary>
    public const int CallNotInProgress = 21220;

    /// <summary>The recipient has opted out of texts.</summary>
    public const int OptedOut = 21610;

    /// <summary>The number is none that exists.</summary>
    public const int InvalidNumber = 21211;

    /// <summary>The number is not a mobile.</summary>
    public const int NotMobile = 21614;

    /// <summary>The handset was off or out of reach.</summary>
    public const int UnreachableHandset = 30003;

    /// <summary>No network knows the number.</summary>
    public const int UnknownHandset = 30005;

    /// <summary>The number is a landline, or its network takes no texts.</summary>
    public const int Landline = 30006;

    /// <summary>The conference is over.</summary>
    public const int ConferenceGone = 16022;

    /// <summary>The label is taken by a leg in the room: another of ours was first.</summary>
    public const int LabelInUse = 16026;

    /// <summary>The leg to be coached is on hold.</summary>
    public const int CoachedLegHeld = 16027;

    /// <summary>The leg to be coached is not in the room.</summary>
    public const int CoachedLegAbsent = 16028;
}
