using Helpline.Core.Contacts;

namespace Helpline.Core.Routing;

/// <summary>
/// The one order over all skills and channels: class (which gains a step for every so many minutes waited, never into
/// safeguarding), then the moment of first joining. A booked call has a place ahead of its time, as its parent was promised that time.
/// </summary>
public static class QueueOrder
{
    /// <summary>The contacts, first to be served first.</summary>
    public static IReadOnlyList<WaitingContact> Of(IEnumerable<WaitingContact> waiting, DateTime now, RoutingOptions options) =>
        [.. waiting
            .OrderBy(c => ClassOf(c, now, options))
            .ThenBy(c => PlaceOf(c, options))
            .ThenBy(c => c.Id.Value)];

    /// <summary>The class a contact has now.</summary>
    public static PriorityClass ClassOf(WaitingContact contact, DateTime now, RoutingOptions options)
    {
        if (contact.Priority == PriorityClass.Safeguarding)
        {
            return PriorityClass.Safeguarding;
        }

        var steps = Math.Max(0, (now - PlaceOf(contact, options)) / options.ClassStep);
        return (PriorityClass)Math.Max((int)PriorityClass.Deadline, (int)contact.Priority - (int)Math.Min(steps, 2));
    }

    /// <summary>The moment that decides a contact's turn: a booked call stands as if it had joined so long before its time.</summary>
    private static DateTime PlaceOf(WaitingContact contact, RoutingOptions options) =>
        contact.IsBooked ? contact.JoinedAt - options.BookedAhead : contact.JoinedAt;
}
