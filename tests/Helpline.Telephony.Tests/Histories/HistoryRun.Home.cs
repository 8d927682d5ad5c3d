using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Recordings;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Histories;

/// <content>The end of a history: our state and the telephone service's agree; then everybody goes home and nothing is left.</content>
internal sealed partial class HistoryRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    /// <summary>With the network well again the reconciler makes both sides agree, whatever was lost.</summary>
    private async Task AgreeAsync()
    {
        Told.Add($"{Centre.Clock.GetUtcNow():T} the network is well");
        HistoryWeather.Set(Centre.World.Options.Chaos, 0);
        await PassAsync(TimeSpan.FromSeconds(100));
        await Centre.ReconcileAsync();
        await PassAsync(TimeSpan.FromSeconds(2));
        now = await ReadAsync();
        foreach (var call in now.Calls)
        {
            var disagreement = await Centre.World.Loop.RunAsync(() => Disagreement(call));
            if (disagreement is not null)
            {
                throw new HistoryBrokenException($"call {call.State} since {call.StateSince:T}: {disagreement}");
            }
        }
    }

    private string? Disagreement(Call call)
    {
        var line = call.IsWithoutLine ? null : LineOf(call);
        var there = line is null ? null : Centre.World.Conferences.Of(line);
        var isOld = Centre.Clock.GetUtcNow().UtcDateTime - call.StateSince > TimeSpan.FromSeconds(45);
        return call.State switch
        {
            CallState.Ended => line is { IsOver: false } ? "the line lives" : null,
            CallState.PlaceKept => null,
            _ when line is null && call.RingsCaller => null,
            _ when line is null or { IsOver: true } => "the line is over",
            CallState.Queued when isOld && !Centre.World.Queues.All.Any(q => q.Members.Any(m => m.Call == line)) => "the caller is not in the queue",
            CallState.Connected when isOld && there is null => "the caller is not in the room",
            CallState.Connected when isOld && there!.Hold != (call.HeldSince is not null) => $"held is {there.Hold}",
            CallState.Connected when isOld && !there!.Room.Participants.Any(p => p.IsIn && call.OfferId is { } o && p.Label == Labels.Of(o)) => "the adviser is not in the room",
            CallState.Reconnecting when isOld && there is not { Hold: true } => "the caller is not held",
            _ => null,
        };
    }

    /// <summary>Callers hang up, what is left is done, advisers go; then every line is over and nothing is open.</summary>
    private async Task GoHomeAsync()
    {
        Told.Add($"{Centre.Clock.GetUtcNow():T} all go home");
        stage.ParentPhones.ForEach(p => p.Mood = 0);
        stage.Softphones.ForEach(p => p.Mood = 0);
        dead.Clear();
        foreach (var call in OnTheLine)
        {
            await Centre.HangUpAsync(call);
        }

        await InAsync<MonitorService, bool>(s => s.StopAsync(stage.Supervisor, Stop));
        await LookAsync(routed: true);
        for (var until = Centre.Clock.GetUtcNow() + Patience; now.Contacts.Any(c => c.Status is not (ContactStatus.Closed or ContactStatus.Abandoned)) || now.In(CallState.Survey, CallState.WithOutside).Count > 0;)
        {
            if (Centre.Clock.GetUtcNow() > until)
            {
                throw new HistoryBrokenException("somebody waits for ever: " + string.Join(", ", now.Contacts.Select(c => $"{c.Status}/{now.CallOf(c.Id)?.State}")));
            }

            await TidyAsync();
        }

        foreach (var adviser in stage.Advisers)
        {
            await InAsync<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Offline, null, Stop));
        }

        foreach (var id in rerouteIds.Values)
        {
            await InAsync<RerouteService, RerouteOutcome>(s => s.EndAsync(id, stage.Supervisor, Stop));
        }

        await PassAsync(TimeSpan.FromSeconds(70));
        await AtRestAsync();
    }

    private async Task TidyAsync()
    {
        foreach (var contact in now.Contacts.Where(c => c.Status == ContactStatus.WrapUp && now.Advisers.Any(a => a.ContactId == c.Id)).ToList())
        {
            await CloseAsync(contact);
        }

        foreach (var offer in now.Ringing.ToList())
        {
            await InAsync<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, offer.AdviserId, Stop));
        }

        foreach (var contact in now.Contacts.Where(c => c is { Status: ContactStatus.InProgress, AdviserId: not null }).ToList())
        {
            await InAsync<ContactService, ContactOutcome>(s => s.EndConversationAsync(contact.Id, contact.AdviserId!.Value, Stop));
        }

        var lines = await Centre.World.Loop.RunAsync(() => now.In(CallState.Survey, CallState.WithOutside, CallState.Voicemail).Select(LineOf).OfType<SimulatedCall>().Where(c => !c.IsOver).ToList());
        foreach (var line in lines)
        {
            await Centre.HangUpAsync(line);
        }

        foreach (var adviser in now.Advisers.Where(a => stage.Advisers.Contains(a.Id) && a.Presence != Presence.Available))
        {
            await InAsync<AdviserService, bool>(s => s.SetPresenceAsync(adviser.Id, Presence.Available, null, Stop));
        }

        // Nothing happens before a callback is due, so it need not be watched.
        var open = now.Contacts.Where(c => c.Status is not (ContactStatus.Closed or ContactStatus.Abandoned)).ToList();
        if (open.Count > 0 && open.All(c => c.Status == ContactStatus.Waiting && c.CallbackDueAt > now.At.AddSeconds(10)) && Centre.World.Calls.All.All(c => c.IsOver))
        {
            await Centre.AdvanceAsync((open.Min(c => c.CallbackDueAt)!.Value - now.At).TotalSeconds);
        }

        await PassAsync(TimeSpan.FromSeconds(4));
    }

    private async Task AtRestAsync()
    {
        var alive = await Centre.World.Loop.RunAsync(() => Centre.World.Calls.All.Where(c => !c.IsOver).Select(c => c.Party).ToList());
        Must(alive.Count == 0, $"lines live on: {string.Join(", ", alive)}");
        Must(Centre.World.Conferences.All.All(r => r.IsOver), "a room is open");
        Must(stage.NewRecordings().All(r => r.Status is not (RecordingStatus.InProgress or RecordingStatus.Paused)), "something is still recorded");
        now = await ReadAsync();
        HistoryInvariants.Hold(now);
        Must(now.Calls.All(c => c.State == CallState.Ended), $"a call is {now.Calls.FirstOrDefault(c => c.State != CallState.Ended)?.State}");
        Must(now.Advisers.All(a => a.Activity == Activity.Idle && a.ParkedContactId is null), "an adviser is not free");
        Must(!now.Ringing.Any() && !now.LiveLegs.Any(), "something rings or talks");
        Must(await Centre.ReconcileAsync() == 0, "the reconciler still finds something");
        await EveryCallIsKeptAsync();
        EveryMessageIsKept();
    }

    // Whoever heard the greeting was taken in; what was taken in is durable.
    private async Task EveryCallIsKeptAsync()
    {
        var greeted = callers.Where(c => c.Transcript.Lines.Any(l => l.Who == "helpline" && l.Text.Contains("special educational needs", StringComparison.Ordinal)));
        foreach (var call in greeted)
        {
            var kept = await Centre.InAsync<HelplineDbContext, bool>(db => db.WebhookReplies.AnyAsync(r => r.Key == $"{call.Sid} incoming", Stop));
            Must(kept && now.Contacts.Count >= 1, "a caller was greeted and not kept");
        }

        var distinct = now.Calls.Count;
        Must(distinct >= callers.Count(c => c.Transcript.Lines.Any(l => l.Text == "music")), "a caller waited and was not kept");
    }

    private void EveryMessageIsKept()
    {
        foreach (var message in stage.NewRecordings().Where(r => r is { Source: "RecordVerb", Status: RecordingStatus.Completed }))
        {
            var call = now.Calls.FirstOrDefault(c => c.ProviderCallId == message.CallSid);
            Must(call?.RecordingId is not null || (call is not null && now.ContactOf(call).AnsweredBy is not null), "a message was left and is not kept");
        }
    }

    private async Task<RerouteId> RerouteOfAsync(string group) => await Centre.InAsync<HelplineDbContext, RerouteId>(async db =>
        (await db.Reroutes.AsNoTracking().SingleAsync(r => r.FromSkillId == group && r.EndedAt == null, Stop)).Id);

    private static void Must(bool holds, string what)
    {
        if (!holds)
        {
            throw new HistoryBrokenException(what);
        }
    }
}
