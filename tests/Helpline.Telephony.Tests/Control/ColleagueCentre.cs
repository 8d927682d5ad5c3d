using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Tests.Flow;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Control;

/// <summary>A caller who talks with an adviser, and a colleague who is free.</summary>
internal sealed class ColleagueCentre(PhoneCentre centre, SimulatedCall call, AdviserId adviser, AdviserId colleague) : IAsyncDisposable
{
    public PhoneCentre Centre => centre;

    public SimulatedCall Call => call;

    public AdviserId Adviser => adviser;

    public AdviserId Colleague => colleague;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ColleagueCentre> TalkingAsync(ScriptedLeg? colleagues = null, ScriptedLeg? advisers = null)
    {
        var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync(advisers);
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        return new(centre, call, adviser, await centre.AdviserAsync(colleagues));
    }

    public async Task<ContactId> ContactIdAsync() => (await centre.CallAsync(call)).ContactId;

    public async Task<T> DoAsync<TService, T>(Func<TService, ContactId, Task<T>> work)
        where TService : notnull
    {
        var contact = await ContactIdAsync();
        var outcome = await centre.InAsync<TService, T>(service => work(service, contact));
        await centre.SettleAsync();
        return outcome;
    }

    public Task<ConsultOutcome> AskAsync() => DoAsync<ConsultService, ConsultOutcome>((s, id) => s.AskAsync(id, adviser, colleague, Stop));

    public Task<ConsultOutcome> CompleteAsync() => DoAsync<ConsultService, ConsultOutcome>((s, id) => s.CompleteAsync(id, adviser, Stop));

    public Task<ConsultOutcome> CancelAsync() => DoAsync<ConsultService, ConsultOutcome>((s, id) => s.CancelAsync(id, adviser, Stop));

    public Task<ConsultOutcome> PassAsync(AdviserId? to) => DoAsync<PassService, ConsultOutcome>((s, id) => s.PassAsync(id, adviser, to, null, Stop));

    public Task<MonitorOutcome> MonitorAsync(AdviserId supervisor, MonitorMode mode) =>
        DoAsync<MonitorService, MonitorOutcome>((s, id) => s.SetAsync(id, supervisor, mode, Stop));

    public Task<ContactOutcome> HoldAsync(bool onHold) => DoAsync<ContactService, ContactOutcome>((s, id) => s.HoldAsync(id, adviser, onHold, Stop));

    /// <summary>The question that rings at the colleague.</summary>
    public Task<OfferId> QuestionAsync() => centre.InAsync<HelplineDbContext, OfferId>(async db =>
        (await db.Offers.AsNoTracking().SingleAsync(o => o.AdviserId == colleague && o.Status == OfferStatus.Pending, Stop)).Id);

    /// <summary>The colleague is asked, accepts and is in the room.</summary>
    public async Task ConsultAsync()
    {
        Assert.Equal(ConsultOutcome.Done, await AskAsync());
        Assert.Equal(AcceptOfferOutcome.Accepted, await centre.AcceptAsync(await QuestionAsync(), colleague));
        await centre.AdvanceAsync(5);
        Assert.NotNull(In(colleague));
    }

    /// <summary>Somebody of ours in the caller's room; null when they are not there.</summary>
    public Participant? In(AdviserId id) => Room().FirstOrDefault(p => p.Call.To == $"client:{Labels.Identity(id)}");

    public Participant? Caller() => Room().FirstOrDefault(p => p.Call == call);

    public bool Hears(Participant? listener, Participant? speaker) =>
        listener is not null && Room().Contains(listener) && speaker is not null && listener.Room.Hears(listener, speaker);

    public async Task<Call> CallNowAsync() => await centre.CallAsync(call);

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    private IEnumerable<Participant> Room() => centre.World.Conferences.All.Where(r => !r.IsOver).SelectMany(r => r.Participants).Where(p => p.IsIn);
}
