using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Simulator.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>What the helpline's own loops do, one turn at a time, and its sudden end.</summary>
internal sealed partial class PhoneCentre
{
    /// <summary>Where the database is, for one who looks at it from outside.</summary>
    public string Database => $"Data Source={Path.Combine(folder.FullName, "helpline.db")}";

    /// <summary>Consoles are alive; what was heard is written now and then.</summary>
    public async Task BeatAsync(IEnumerable<AdviserId> advisers, bool writes)
    {
        var heartbeats = app.Services.GetRequiredService<Heartbeats>();
        foreach (var adviser in advisers)
        {
            heartbeats.Beat(adviser);
        }

        if (writes)
        {
            await heartbeats.WriteAsync(Stop);
        }
    }

    /// <summary>Routes once. Returns how many offers were made.</summary>
    public Task<int> RouteAsync() => app.Services.GetRequiredService<RoutingPass>().RunAsync(Stop);

    /// <summary>Until the line records; a moment longer, so that the first word is heard.</summary>
    public async Task UntilBeepAsync(SimulatedCall call)
    {
        for (var i = 0; i < 120 && call.Transcript.Lines.All(l => l.Text != "beep"); i++)
        {
            await AdvanceAsync(1);
        }

        await AdvanceAsync(1);
    }

    /// <summary>The parent has rung before, and is known since then to speak through text relay.</summary>
    public Task KnowTextRelayAsync() => KnowAsync(AdjustmentKinds.TextRelay);

    /// <summary>The parent has rung before, and asked then for what should be done differently.</summary>
    public async Task KnowAsync(AdjustmentKinds kinds, string? safeHours = null)
    {
        var adviser = await AdviserAsync();
        var call = await WaitingCallerAsync();
        await ConnectAsync(call, adviser);
        var contact = (await CallAsync(call)).ContactId;
        Assert.Equal(AdjustmentOutcome.Done, await InAsync<AdjustmentService, AdjustmentOutcome>(a => a.MarkAsync(
            new MarkAdjustments { ContactId = contact, AdviserId = adviser, Kinds = kinds, SafeHours = safeHours }, Stop)));
        await EndAsync(call, adviser);
        await HangUpAsync(call);
        await AdvanceAsync(60);
    }

    /// <summary>Where the static fallback document lies in tests.</summary>
    public const string FallbackAddress = "https://static.test/helpline/fallback.xml";

    /// <summary>Puts the fallback document on a host that is never down. Needs <see cref="UseStaticFallback"/> before the start.</summary>
    public async Task HostFallbackAsync()
    {
        var folder = Directory.CreateTempSubdirectory("fallback");
        foreach (var file in await FallbackExport.WriteAsync(app.Services, Path.Combine(folder.FullName, "fallback.xml"), Stop))
        {
            toApp.Elsewhere[new Uri(new Uri(FallbackAddress), Path.GetFileName(file))] = await File.ReadAllTextAsync(file, Stop);
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Has the number fall back to the static document.</summary>
    public static void UseStaticFallback(SimulatorOptions options)
    {
        options.VoiceFallbackUrl = FallbackAddress;
        options.VoiceFallbackMethod = "GET";
    }

    /// <summary>The process is gone in the middle of whatever it did; nobody listens until it is started again.</summary>
    public async Task CrashAsync()
    {
        toApp.To = null;
        await app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await SettleAsync();
        await app.DisposeAsync();
    }
}
