using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Telephony.Rest;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Tests.Flow;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>Lets one history happen and looks at everything after every act. Throws as soon as something is not as it must be.</summary>
internal sealed partial class HistoryRun(HistoryStage stage, HistoryPlan plan)
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Reconciling = TimeSpan.FromSeconds(30);

    private readonly List<SimulatedCall> callers = [];
    private readonly HashSet<AdviserId> dead = [];
    private readonly Dictionary<string, string?> reroutes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RerouteId> rerouteIds = new(StringComparer.Ordinal);
    private DateTime since;
    private DateTimeOffset nextReconciling;
    private HistorySnapshot now = null!;
    private bool wasRough;
    private TimeSpan? acceptsAfter;

    /// <summary>What happened, for whoever has to find out why.</summary>
    public List<string> Told { get; } = [];

    /// <summary>How far it has come.</summary>
    public HistoryDepth Depth { get; private set; }

    private PhoneCentre Centre => stage.Centre;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>From the first act to the moment when all are at home.</summary>
    public async Task RunAsync()
    {
        await BeginAsync();
        foreach (var act in plan.Acts)
        {
            Told.Add($"{Centre.Clock.GetUtcNow():T} {act}");
            var did = await DoAsync(act);
            Told[^1] += did is null ? "" : $" {did}";
            await LookAsync(routed: true);
            await PassAsync(TimeSpan.FromSeconds(act.Pause));
        }

        await AgreeAsync();
        await GoHomeAsync();
    }

    private async Task BeginAsync()
    {
        await stage.BeginAsync(plan);
        wasRough = plan.Weather > 0;
        since = Centre.Clock.GetUtcNow().UtcDateTime;
        nextReconciling = Centre.Clock.GetUtcNow() + Reconciling;
        now = await ReadAsync();
    }

    private Task<HistorySnapshot> ReadAsync() => Centre.InAsync<HelplineDbContext, HistorySnapshot>(
        db => HistorySnapshot.ReadAsync(db, since, Centre.Clock.GetUtcNow().UtcDateTime, Stop));

    /// <summary>Time passes, in small steps: consoles beat, the router and the reconciler take their turns.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        var until = Centre.Clock.GetUtcNow() + time;
        while (Centre.Clock.GetUtcNow() < until)
        {
            var left = until - Centre.Clock.GetUtcNow();
            await Centre.AdvanceAsync(Math.Min(left.TotalSeconds, Slice.TotalSeconds));
            await TurnAsync();
        }
    }

    private async Task TurnAsync()
    {
        var rest = Centre.Clock.GetUtcNow() < nextReconciling && !now.Ringing.Any() && now.Contacts.All(c => c.Status is not ContactStatus.Waiting);
        if (Centre.Clock.GetUtcNow() >= nextReconciling)
        {
            await Centre.BeatAsync(stage.Advisers.Where(a => !dead.Contains(a)), writes: true);
            nextReconciling = Centre.Clock.GetUtcNow() + Reconciling;
            await ReconcileAsync();
        }

        await LookAsync(routed: !rest);
        await WorkWillinglyAsync();
    }

    // A turn that the telephone service refuses is taken again at the next.
    private async Task ReconcileAsync()
    {
        try
        {
            await Centre.ReconcileAsync();
        }
        catch (TwilioRestException)
        {
            await Centre.SettleAsync();
        }
    }

    // The router is woken by every change and once a second anyway.
    private async Task LookAsync(bool routed)
    {
        await Centre.SettleAsync();
        var awake = stage.Advisers.Where(a => !dead.Contains(a)).ToHashSet();
        await Centre.BeatAsync(awake, writes: false);
        if (await stage.HasChangedAsync())
        {
            CheckMoment(await ReadAsync());
        }

        var before = now = now with { At = Centre.Clock.GetUtcNow().UtcDateTime };
        if (!routed)
        {
            return;
        }

        var made = await Centre.RouteAsync();
        await Centre.SettleAsync();
        var mattered = made > 0 || before.Ringing.Any() || (before.Contacts.Any(c => c.Status == ContactStatus.Waiting)
            && before.Advisers.Any(a => a is { Presence: Presence.Available, Activity: Activity.Idle }));
        if (!mattered)
        {
            return;
        }

        var after = await stage.HasChangedAsync() ? await ReadAsync() : before;
        CheckMoment(after);
        new HistoryOrder(reroutes).Check(before, after, awake);
    }

    private void CheckMoment(HistorySnapshot next)
    {
        HistoryInvariants.Hold(next);
        HistoryInvariants.Progress(now, next);
        now = next;
        Depth |= HistoryDepths.At(next);
        CheckRecordings();
        if (stage.Log.Mistakes is [var mistake, ..])
        {
            throw new HistoryBrokenException(mistake);
        }

        if (stage.NewViolations(wasRough) is { Length: > 0 } violations)
        {
            throw new HistoryBrokenException(violations);
        }
    }

    // Everything that records does so with a consent of the same call that is older.
    private void CheckRecordings()
    {
        foreach (var recording in stage.NewRecordings().Where(r => r.Source != "RecordVerb"))
        {
            var call = now.Calls.FirstOrDefault(c => c.ProviderCallId == recording.CallSid);
            var agreed = call is not null && now.Recordings.Any(r => r.CallId == call.Id && r.ConsentAt <= recording.Started.UtcDateTime);
            if (!agreed)
            {
                throw new HistoryBrokenException("something was recorded without consent");
            }
        }
    }

    private static T? Pick<T>(IReadOnlyList<T> among, int figure)
        where T : class => among.Count == 0 ? null : among[figure % among.Count];

    private async Task<T> InAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        var outcome = await Centre.InAsync(work);
        await Centre.SettleAsync();
        return outcome;
    }

    private IReadOnlyList<SimulatedCall> OnTheLine => [.. callers.Where(c => !c.IsOver)];

    private SimulatedCall? LineOf(Call call) => Centre.World.Calls.Find(call.ProviderCallId);
}
