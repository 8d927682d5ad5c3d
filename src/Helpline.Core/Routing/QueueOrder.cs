using Helpline.Core.Contacts;

namespace Helpline.Core.Routing;

/// <summary>
/// The one order over all skills and channels: class (which gains a step for every so many minutes waited, never into
/// safeguarding), then the moment of first joining.
/// </summary>
public static class QueueOrder
{
    /// <summary>The contacts, first to be served first.</summary>
    public static IReadOnlyList<WaitingContact> Of(IEnumerable<WaitingContact> waiting, DateTime now, RoutingOptions options) =>
        [.. waiting
            .OrderBy(c => ClassOf(c, now, options))
            .ThenBy(c => c.JoinedAt)
            .ThenBy(c => c.Id.Value)];

    /// <summary>The class a contact has now.</summary>
    public static PriorityClass ClassOf(WaitingContact contact, DateTime now, RoutingOptions options)
    {
        if (contact.Priority == PriorityClass.Safeguarding)
        {
            return PriorityClass.Safeguarding;
        }

        var steps = Math.Max(0, (now - contact.JoinedAt) / options.ClassStep);
        return (PriorityClass)Math.Max((int)PriorityClass.Deadline, (int)contact.Priority - (int)Math.Min(steps, 2));
    }
}
