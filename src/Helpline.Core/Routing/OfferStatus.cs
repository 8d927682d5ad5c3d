namespace Helpline.Core.Routing;

/// <summary>How an offer stands.</summary>
public enum OfferStatus
{
    /// <summary>Ringing.</summary>
    Pending,

    /// <summary>The adviser took it.</summary>
    Accepted,

    /// <summary>The adviser refused it.</summary>
    Declined,

    /// <summary>Nobody answered in time: a missed offer.</summary>
    TimedOut,

    /// <summary>Withdrawn, because the enquirer has gone or the adviser's page has.</summary>
    Rescinded,
}
