namespace Helpline.Telephony.Rest;

/// <summary>What is known of a REST call that did not succeed.</summary>
internal enum TwilioFailure
{
    /// <summary>Twilio said no; nothing was done. The code says why.</summary>
    Refused,

    /// <summary>Too many at once, to the last try; nothing was done.</summary>
    Busy,

    /// <summary>Twilio could not be reached, or a call that changes nothing failed to the last try.</summary>
    Unavailable,

    /// <summary>It may or may not have been done. Never repeat it: adopt its effect from callbacks or the reconciler.</summary>
    OutcomeUnknown,
}
