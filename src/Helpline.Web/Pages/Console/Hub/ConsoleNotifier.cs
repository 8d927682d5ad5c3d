using System.Threading.Channels;
using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Publishing;
using Helpline.Core.Routing;
using Helpline.Core.Surges;
using MassTransit;

namespace Helpline.Web.Pages.Console.Hub;

/// <summary>
/// Carries committed events to the consoles of every node over the bus. Nobody waits for it: what piles up while the bus is busy goes
/// as one message, and a lost notice costs nothing, as a page asks for a snapshot when it connects and while it lives.
/// </summary>
public sealed partial class ConsoleNotifier(IBus bus, ILogger<ConsoleNotifier> logger) : BackgroundService, IConsoleNotifier
{
    private const int MostInOneMessage = 200;

    private readonly System.Threading.Channels.Channel<IReadOnlyList<DomainEvent>> committed = System.Threading.Channels.Channel.CreateBounded<IReadOnlyList<DomainEvent>>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <inheritdoc/>
    public ValueTask NotifyAsync(IReadOnlyList<DomainEvent> events)
    {
        committed.Writer.TryWrite(events);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<DomainEvent> batch = [];
        while (await committed.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            while (batch.Count < MostInOneMessage && committed.Reader.TryRead(out var events))
            {
                batch.AddRange(events);
            }

            try
            {
                await bus.Publish(Of(batch), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogLost(batch.Count, e.GetType().Name);
            }
        }
    }

    internal static ConsoleNotices Of(IReadOnlyList<DomainEvent> events) => new()
    {
        OffersMade = [.. events.OfType<OfferMade>().Select(e => new OfferMadeNotice
        {
            OfferId = e.OfferId.Value,
            ContactId = e.ContactId.Value,
            AdviserId = e.AdviserId.Value,
            Channel = e.Channel,
            Topic = e.Topic,
            Authority = e.Authority,
            WaitedSeconds = e.WaitedSeconds,
            ExpiresAt = e.ExpiresAt,
        })],
        OffersEnded = [.. events.OfType<OfferEnded>().Select(e => new OfferEndedNotice
        {
            OfferId = e.OfferId.Value,
            AdviserId = e.AdviserId.Value,
            Outcome = e.Outcome.ToString(),
        })],
        ContactsChanged = [.. events.OfType<ContactDomainEvent>()
            .SelectMany(e => Concerned(e).Select(adviser => new ContactChangedNotice { ContactId = e.ContactId.Value, Version = e.Version, AdviserId = adviser.Value }))
            .GroupBy(n => (n.ContactId, n.AdviserId))
            .Select(g => g.MaxBy(n => n.Version)!)],
        PresenceChanged = [.. events.OfType<PresenceChanged>()
            .GroupBy(e => e.AdviserId)
            .Select(g => g.Last())
            .Select(e => new PresenceChangedNotice
            {
                AdviserId = e.AdviserId.Value,
                Presence = e.Presence.ToString(),
                Activity = e.Activity.ToString(),
            })],
        QueueMoved = events.Any(e => e is ContactJoinedQueue or OfferMade or OfferEnded or ContactAbandoned or PlaceRegained
            or PriorityMoved or ContactReserved or RerouteChanged),
        HelpMoved = events.Any(e => e is HelpWanted or MonitorChanged or ConversationEnded or ContactTransferred or ContactInterrupted),
        ReroutesMoved = events.Any(e => e is RerouteChanged or SurgeChanged),
        SurgeMoved = events.Any(e => e is SurgeChanged),
        ContentMoved = events.Any(e => e is ContentMoved),
    };

    // Whoever has the contact, and a colleague whose part in it has changed.
    private static IEnumerable<AdviserId> Concerned(ContactDomainEvent e)
    {
        if (e.Owner is { } owner)
        {
            yield return owner;
        }

        if (e is ConsultChanged { By.AdviserId: { } colleague } && colleague != e.Owner)
        {
            yield return colleague;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} notices could not be sent ({Error}); consoles catch up by themselves.")]
    private partial void LogLost(int count, string error);
}
