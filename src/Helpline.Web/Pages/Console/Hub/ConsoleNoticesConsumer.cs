using Helpline.Core.Routing;
using Helpline.Core.Surges;
using Helpline.Web.Editing;
using MassTransit;
using Microsoft.AspNetCore.SignalR;

namespace Helpline.Web.Pages.Console.Hub;

/// <summary>Pushes the notices that reach this node to the consoles connected to it, and wakes its router, which may be the one that routes.</summary>
public sealed class ConsoleNoticesConsumer(
    IHubContext<ConsoleHub, IConsoleClient> hub, QueueBroadcaster queue, RoutingSignal routing, ContentSignal content, SurgeBoard surges) : IConsumer<ConsoleNotices>
{
    public async Task Consume(ConsumeContext<ConsoleNotices> context)
    {
        var notices = context.Message;
        foreach (var notice in notices.OffersMade)
        {
            await hub.Clients.Group(ConsoleGroups.Of(notice.AdviserId)).OfferMade(notice);
        }

        foreach (var notice in notices.OffersEnded)
        {
            await hub.Clients.Group(ConsoleGroups.Of(notice.AdviserId)).OfferEnded(notice);
        }

        foreach (var notice in notices.ContactsChanged)
        {
            await hub.Clients.Group(ConsoleGroups.Of(notice.AdviserId!.Value)).ContactChanged(notice);
        }

        foreach (var notice in notices.PresenceChanged)
        {
            await hub.Clients.Groups(ConsoleGroups.Of(notice.AdviserId), ConsoleGroups.Supervisors).PresenceChanged(notice);
        }

        if (notices.HelpMoved)
        {
            await hub.Clients.Group(ConsoleGroups.Supervisors).HelpChanged();
        }

        if (notices.QueueMoved)
        {
            queue.Wake();
            routing.Wake();
        }

        if (notices.SurgeMoved)
        {
            surges.Refresh();
        }

        if (notices.ReroutesMoved)
        {
            await hub.Clients.Group(ConsoleGroups.Everyone).ReroutesChanged();
        }

        if (notices.ContentMoved)
        {
            content.Wake();
        }
    }
}
