using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Floor;
using Helpline.Core.Legs;
using Helpline.Core.Recordings;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator.FarEnds;

namespace Helpline.Telephony.Tests.Histories;

/// <content>What each act means for those who are there.</content>
internal sealed partial class HistoryRun
{
    private static readonly string[] Groups = ["needs-assessment", "school-support", "exclusion-and-attendance"];

    private static readonly TimeSpan WrapsUpAfter = TimeSpan.FromSeconds(15);

    private Task<string?> DoAsync(HistoryAct act) => act.Kind switch
    {
        ActKind.Wait => Task.FromResult<string?>(null),
        ActKind.Ring => RingInAsync(act.A),
        ActKind.RingThrough => RingThroughAsync(act.A),
        ActKind.Willing => Willing(act),
        ActKind.Key => KeyAsync(act),
        ActKind.Speak => SpeakAsync(act),
        ActKind.KeepPlace => KeepPlaceAsync(act),
        ActKind.LeaveMessage => LeaveMessageAsync(act),
        ActKind.HangUp => HangUpAsync(act),
        ActKind.ParentPhone => Mood(stage.ParentPhones, act),
        ActKind.Softphone => Mood(stage.Softphones, act),
        ActKind.Available or ActKind.Away or ActKind.Offline => PresenceAsync(act),
        ActKind.Accept => AcceptAsync(act),
        ActKind.Decline => OfferAsync(act, async offer => $"{await InAsync<OfferService, DeclineOfferOutcome>(s => s.DeclineAsync(offer.Id, offer.AdviserId, null, Stop))}"),
        ActKind.ConsoleDies => DieAsync(act),
        ActKind.ConsoleReturns => ReturnAsync(act),
        ActKind.Hold => OwnedAsync<ContactService, ContactOutcome>(act, (s, c, a) => s.HoldAsync(c, a, true, Stop)),
        ActKind.Resume => OwnedAsync<ContactService, ContactOutcome>(act, (s, c, a) => s.HoldAsync(c, a, false, Stop)),
        ActKind.Record => OwnedAsync<RecordingService, RecordingOutcome>(act, (s, c, a) => s.StartAsync(c, a, Stop)),
        ActKind.PauseRecording => OwnedAsync<RecordingService, RecordingOutcome>(act, (s, c, a) => s.PauseAsync(c, a, Stop)),
        ActKind.ResumeRecording => OwnedAsync<RecordingService, RecordingOutcome>(act, (s, c, a) => s.ResumeAsync(c, a, Stop)),
        ActKind.StopRecording => OwnedAsync<RecordingService, RecordingOutcome>(act, (s, c, a) => s.StopAsync(c, a, Stop)),
        ActKind.DeleteRecording => OwnedAsync<RecordingService, RecordingOutcome>(act, (s, c, a) => s.DeleteAsync(c, a, Stop)),
        ActKind.Consult => OwnedAsync<ConsultService, ConsultOutcome>(act, (s, c, a) => s.AskAsync(c, a, Colleague(a, act.B), Stop)),
        ActKind.ConsultFree => OwnedAsync<ConsultService, ConsultOutcome>(act, (s, c, a) => s.AskAsync(c, a, FreeColleague(a, act.B), Stop)),
        ActKind.CancelConsult => OwnedAsync<ConsultService, ConsultOutcome>(act, (s, c, a) => s.CancelAsync(c, a, Stop)),
        ActKind.LeaveConsult => OwnedAsync<ConsultService, ConsultOutcome>(act, (s, c, a) => s.LeaveAsync(c, Colleague(a, act.B), Stop)),
        ActKind.HandOver => OwnedAsync<ConsultService, ConsultOutcome>(act, (s, c, a) => s.CompleteAsync(c, a, Stop)),
        ActKind.PassToColleague => OwnedAsync<PassService, ConsultOutcome>(act, (s, c, a) => s.PassAsync(c, a, Colleague(a, act.B), null, Stop)),
        ActKind.PassToQueue => OwnedAsync<PassService, ConsultOutcome>(act, (s, c, a) => s.PassAsync(c, a, null, Groups[act.B % Groups.Length], Stop)),
        ActKind.RingOutside => OwnedAsync<OutsideService, ConsultOutcome>(act, (s, c, a) => s.RingAsync(c, a, stage.OutsideNumber, Stop)),
        ActKind.SendOutsideAway => OwnedAsync<OutsideService, ConsultOutcome>(act, (s, c, a) => s.SendAwayAsync(c, a, Stop)),
        ActKind.LeaveWithOutside => OwnedAsync<OutsideService, ConsultOutcome>(act, (s, c, a) => s.LeaveAsync(c, a, Stop)),
        ActKind.EndTogether => Pick(now.In(CallState.WithOutside), act.A) is { } together
            ? SaidAsync(InAsync<OutsideService, ConsultOutcome>(s => s.EndTogetherAsync(together.ContactId, Stop)))
            : Task.FromResult<string?>(null),
        ActKind.WantHelp => OwnedAsync<HelpService, ContactOutcome>(act, (s, c, a) => s.WantAsync(c, a, act.B % 2 == 0, Stop)),
        ActKind.End => OwnedAsync<ContactService, ContactOutcome>(act, (s, c, a) => s.EndConversationAsync(c, a, Stop)),
        ActKind.EndWithoutEnquiry => OwnedAsync<ContactService, ContactOutcome>(act, (s, c, a) => s.EndWithoutEnquiryAsync(c, a, "silent", Stop)),
        ActKind.WrapUp => WrapUpAsync(act),
        ActKind.TakeNext => TakeNextAsync(act),
        ActKind.HandBack => OwnedAsync<ContactService, ContactOutcome>(act, (s, c, a) => s.HandBackAsync(c, a, Stop)),
        ActKind.Monitor => MonitorAsync(act),
        ActKind.StopMonitoring => SaidAsync(InAsync<MonitorService, bool>(s => s.StopAsync(stage.Supervisor, Stop))),
        ActKind.Reroute => RerouteAsync(act),
        ActKind.Move => WaitingAsync(act, (s, c) => s.MoveAsync(c, (PriorityClass)(act.B % 3), "supervisor", true, stage.Supervisor, Stop)),
        ActKind.Reserve => WaitingAsync(act, (s, c) => s.ReserveAsync(c, Adviser(act.B), TimeSpan.FromSeconds(30), stage.Supervisor, Stop)),
        ActKind.SetAside => SaidAsync(InAsync<FloorService, FloorOutcome>(
            s => s.SetAsideAsync(Adviser(act.A), act.B % 2 == 0 ? Presence.Away : Presence.Offline, stage.Supervisor, Stop))),
        ActKind.EndWrapUp => EndWrapUpAsync(act),
        ActKind.Weather => WeatherAsync(act.A % 3),
        ActKind.Restart => RestartAsync(act, sudden: false),
        ActKind.Crash => RestartAsync(act, sudden: true),
    };

    private static async Task<string?> SaidAsync<T>(Task<T> outcome) => $"{await outcome}";

    private AdviserId Adviser(int figure) => stage.Advisers[figure % stage.Advisers.Count];

    private AdviserId Colleague(AdviserId not, int figure) => stage.Advisers.Where(a => a != not).ElementAt(figure % (stage.Advisers.Count - 1));

    private AdviserId FreeColleague(AdviserId not, int figure) =>
        now.Advisers.FirstOrDefault(a => a.Id != not && stage.Advisers.Contains(a.Id) && a is { Presence: Presence.Available, Activity: Activity.Idle })?.Id ?? Colleague(not, figure);

    private static Task<string?> Mood(List<HistoryPhone> phones, HistoryAct act)
    {
        phones[act.A % phones.Count].Mood = act.B % 9 % 6;
        return Task.FromResult<string?>($"{act.B % 9 % 6}");
    }

    private Task<string?> PresenceAsync(HistoryAct act) => SaidAsync(InAsync<AdviserService, bool>(s => s.SetPresenceAsync(
        Adviser(act.A),
        act.Kind == ActKind.Available ? Presence.Available : act.Kind == ActKind.Away ? Presence.Away : Presence.Offline,
        act.Kind == ActKind.Away ? AwayReason.Break : null,
        Stop)));

    private async Task<string?> OfferAsync(HistoryAct act, Func<Offer, Task<string>> work) =>
        Pick([.. now.Ringing.OrderBy(o => o.MadeAt)], act.A) is { } offer ? await work(offer) : null;

    private Task<string?> AcceptAsync(HistoryAct act) => OfferAsync(act, async offer => dead.Contains(offer.AdviserId)
        ? "nobody looks"
        : $"{await AcceptAsync(offer)}");

    private Task<AcceptOfferOutcome> AcceptAsync(Offer offer) => InAsync<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, offer.AdviserId, Stop));

    // From now on whatever rings is accepted after so many seconds, and what is over is written down; now and then nobody does.
    private Task<string?> Willing(HistoryAct act)
    {
        acceptsAfter = act.A % 5 == 0 ? null : TimeSpan.FromSeconds(act.B % 15);
        return Task.FromResult<string?>(acceptsAfter?.ToString() ?? "nobody");
    }

    private async Task WorkWillinglyAsync()
    {
        if (acceptsAfter is not { } after)
        {
            return;
        }

        foreach (var offer in now.Ringing.Where(o => now.At - o.MadeAt >= after && !dead.Contains(o.AdviserId)).ToList())
        {
            Told.Add($"{Centre.Clock.GetUtcNow():T} accepted: {await AcceptAsync(offer)}");
            await LookAsync(routed: true);
        }

        foreach (var adviser in now.Advisers.Where(a => a.Activity == Activity.WrapUp && now.At - a.ActivitySince >= WrapsUpAfter && !dead.Contains(a.Id)).ToList())
        {
            if (now.Contacts.FirstOrDefault(c => c.Id == adviser.ContactId && c.Status == ContactStatus.WrapUp) is { } contact)
            {
                Told.Add($"{Centre.Clock.GetUtcNow():T} wrapped up: {await CloseAsync(contact)}");
                await LookAsync(routed: true);
            }
        }
    }

    private async Task<string?> OwnedAsync<TService, T>(HistoryAct act, Func<TService, ContactId, AdviserId, Task<T>> work)
        where TService : notnull
    {
        var owned = now.Contacts.Where(c => c is { Status: ContactStatus.InProgress, AdviserId: not null }).ToList();
        return Pick(owned, act.A) is { AdviserId: { } adviser } contact ? $"{await InAsync<TService, T>(s => work(s, contact.Id, adviser))}" : null;
    }

    private async Task<string?> WaitingAsync(HistoryAct act, Func<FloorService, ContactId, Task<FloorOutcome>> work)
    {
        var waiting = now.Contacts.Where(c => c is { Status: ContactStatus.Waiting, JoinedAt: not null }).ToList();
        return Pick(waiting, act.A) is { } contact ? $"{await InAsync<FloorService, FloorOutcome>(s => work(s, contact.Id))}" : null;
    }

    private async Task<string?> WrapUpAsync(HistoryAct act)
    {
        var owned = now.Contacts.Where(c => c.Status == ContactStatus.WrapUp && now.Advisers.Any(a => a.ContactId == c.Id)).ToList();
        return Pick(owned, act.A) is { } contact ? await CloseAsync(contact) : null;
    }

    private async Task<string> CloseAsync(Contact contact)
    {
        await InAsync<ContactService, ContactOutcome>(s => s.RecordAsync(
            contact.Id, contact.AdviserId!.Value, new ContactRecord { TopicGroupId = contact.TopicGroupId, DispositionCode = "advice-given" }, Stop));
        return $"{await InAsync<ContactService, ContactOutcome>(s => s.CompleteAsync(contact.Id, contact.AdviserId!.Value, Stop))}";
    }

    private async Task<string?> EndWrapUpAsync(HistoryAct act)
    {
        var owned = now.Contacts.Where(c => c.Status == ContactStatus.WrapUp).ToList();
        return Pick(owned, act.A) is { } contact
            ? $"{await InAsync<FloorService, FloorOutcome>(s => s.EndWrapUpAsync(contact.Id, "advice-given", false, stage.Supervisor, Stop))}"
            : null;
    }

    // What they get is looked at as a turn of the router is.
    private async Task<string?> TakeNextAsync(HistoryAct act)
    {
        var asking = Adviser(act.A);
        if (dead.Contains(asking))
        {
            return "nobody asks";
        }

        var awake = stage.Advisers.Where(a => !dead.Contains(a)).ToHashSet();
        await Centre.BeatAsync(awake, writes: false);
        var before = (await ReadAsync()) with { At = Centre.Clock.GetUtcNow().UtcDateTime };
        var outcome = await InAsync<RoutingPass, TakeNextOutcome>(p => p.TakeNextAsync(asking, act.B % 2 == 0, Stop));
        var after = await ReadAsync();
        HistoryInvariants.Taken(before, after, asking, outcome);
        CheckMoment(after);
        new HistoryOrder(reroutes).Check(before, after, awake);
        return $"{outcome}";
    }

    private async Task<string?> MonitorAsync(HistoryAct act)
    {
        var talking = now.In(CallState.Connected).Select(now.ContactOf).ToList();
        return Pick(talking, act.A) is { } contact
            ? $"{await InAsync<MonitorService, MonitorOutcome>(s => s.SetAsync(contact.Id, stage.Supervisor, (MonitorMode)(act.B % 3), Stop))}"
            : null;
    }

    private async Task<string?> RerouteAsync(HistoryAct act)
    {
        var group = Groups[act.A % Groups.Length];
        if (rerouteIds.Remove(group, out var id))
        {
            reroutes.Remove(group);
            return $"{await InAsync<RerouteService, RerouteOutcome>(s => s.EndAsync(id, stage.Supervisor, Stop))}";
        }

        var to = act.B % 4 == 3 ? null : Groups[act.B % Groups.Length];
        var outcome = await InAsync<RerouteService, RerouteOutcome>(s => s.StartAsync(group, to, null, stage.Supervisor, Stop));
        if (outcome == RerouteOutcome.Done)
        {
            reroutes[group] = to;
            rerouteIds[group] = await RerouteOfAsync(group);
        }

        return $"{outcome}";
    }

    private async Task<string?> DieAsync(HistoryAct act)
    {
        var adviser = Adviser(act.A);
        if (!dead.Add(adviser))
        {
            return null;
        }

        wasRough = true;
        var identity = $"client:{Labels.Identity(adviser)}";
        await Centre.OnLoopAsync(() =>
        {
            foreach (var leg in Centre.World.Calls.All.Where(c => !c.IsOver && c.To == identity).ToList())
            {
                Centre.World.Background(() => new FarEndLine(Centre.World, leg).CrashAsync(TimeSpan.FromSeconds(act.B % 30)));
            }
        });
        return identity;
    }

    private async Task<string?> ReturnAsync(HistoryAct act)
    {
        if (Pick([.. stage.Advisers.Where(dead.Contains).Select(a => a.ToString())], act.A) is not { } text || !AdviserId.TryParse(text, out var adviser))
        {
            return null;
        }

        dead.Remove(adviser);
        return $"{await InAsync<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Available, null, Stop))}";
    }

    private Task<string?> WeatherAsync(int weather)
    {
        wasRough |= weather > 0;
        HistoryWeather.Set(Centre.World.Options.Chaos, weather);
        return Task.FromResult<string?>($"{weather}");
    }

    private async Task<string?> RestartAsync(HistoryAct act, bool sudden)
    {
        wasRough = true;
        await (sudden ? Centre.CrashAsync() : Centre.StopAppAsync());
        await Centre.AdvanceAsync(act.B % 40);
        await Centre.StartAppAsync();
        await ReconcileAsync();
        return null;
    }
}
