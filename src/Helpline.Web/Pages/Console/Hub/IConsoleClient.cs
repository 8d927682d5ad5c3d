namespace Helpline.Web.Pages.Console.Hub;

/// <summary>What the server tells a console. Ids, codes, counts and times only; the page fetches what it may see under its own authorisation.</summary>
public interface IConsoleClient
{
    /// <summary>A contact is presented to this adviser.</summary>
    Task OfferMade(OfferMadeNotice notice);

    /// <summary>An offer to this adviser has ended.</summary>
    Task OfferEnded(OfferEndedNotice notice);

    /// <summary>A contact this adviser has was changed.</summary>
    Task ContactChanged(ContactChangedNotice notice);

    /// <summary>The queue as a whole.</summary>
    Task QueueChanged(QueueChangedNotice notice);

    /// <summary>A topic group was sent elsewhere, or that was switched off; the page fetches which.</summary>
    Task ReroutesChanged();

    /// <summary>An adviser's presence or activity changed.</summary>
    Task PresenceChanged(PresenceChangedNotice notice);

    /// <summary>For supervisors: an adviser wishes one of them would come, or no longer does.</summary>
    Task HelpChanged();
}
