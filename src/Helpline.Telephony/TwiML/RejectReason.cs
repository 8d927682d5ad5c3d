namespace Helpline.Telephony.TwiML;

/// <summary>How a call is turned away unanswered.</summary>
internal enum RejectReason
{
    /// <summary>Not in service.</summary>
    Rejected,

    /// <summary>Engaged.</summary>
    Busy,
}
