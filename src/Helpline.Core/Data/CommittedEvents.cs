using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Outbox;
using Helpline.Core.Publishing;
using Helpline.Core.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Data;

/// <summary>Announces what has been committed: wakes the router and the outbox, and tells the consoles.</summary>
public sealed class CommittedEvents(RoutingSignal routing, OutboxSignal outbox, IServiceProvider services)
{
    private IConsoleNotifier? notifier;

    /// <summary>Announces the events of one commit. Never throws: the change stands whether or not anybody heard of it.</summary>
    internal async ValueTask AnnounceAsync(IReadOnlyList<DomainEvent> events, bool outboxGrew)
    {
        if (outboxGrew)
        {
            outbox.Wake();
        }

        if (events.Count == 0)
        {
            return;
        }

        if (events.Any(Matters))
        {
            routing.Wake();
        }

        notifier ??= services.GetRequiredService<IConsoleNotifier>();
        await notifier.NotifyAsync(events);
    }

    private static bool Matters(DomainEvent e) =>
        e is not (ContactRecorded or CallBooked or EventDateEntered or DutyTicked or OfferMade or HoldChanged or FeedbackGiven or RungBack or BlockChanged or MailNotDelivered
            or TextReceived or TextWritten or TextDelivered or TextNotDelivered or RecordingChanged or HelpWanted or OutsideChanged or CallbackRinging or ContentMoved);
}
