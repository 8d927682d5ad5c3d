using Helpline.Core.Calls;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Histories;

/// <content>What callers do.</content>
internal sealed partial class HistoryRun
{
    private const string Keys = "0123456912*#";
    private const string KeyedNumber = "02079460123#";

    private async Task<string?> RingInAsync(int who)
    {
        var from = stage.Parents[who % stage.Parents.Count];
        callers.Add(await Centre.RingInAsync(from));
        return from;
    }

    // A caller who skips every question and so comes to the queue at once.
    private async Task<string?> RingThroughAsync(int who)
    {
        var from = await RingInAsync(who);
        var call = callers[^1];
        for (var i = 0; i < 12 && !call.IsOver && now.Calls.FirstOrDefault(c => c.ProviderCallId == call.Sid)?.State is null or CallState.InFlow; i++)
        {
            await PassAsync(TimeSpan.FromSeconds(3));
            await Centre.PressAsync(call, FlowDocuments.SkipKey);
        }

        return from;
    }

    private async Task<string?> KeyAsync(HistoryAct act)
    {
        if (Pick(OnTheLine, act.A) is not { } call)
        {
            return null;
        }

        await Centre.PressAsync(call, Keys[act.B % Keys.Length].ToString());
        return call.Sid;
    }

    private async Task<string?> SpeakAsync(HistoryAct act)
    {
        if (Pick(OnTheLine, act.A) is not { } call)
        {
            return null;
        }

        await Centre.OnLoopAsync(() => Centre.World.Lines.Say(call, "I live in Leeds."));
        return call.Sid;
    }

    private async Task<string?> KeepPlaceAsync(HistoryAct act)
    {
        if (Pick([.. now.In(CallState.Queued).Select(LineOf).OfType<SimulatedCall>().Where(c => !c.IsOver)], act.A) is not { } call)
        {
            return null;
        }

        await Centre.PressAsync(call, "2");
        await UntilAsync(call, CallState.Arranging);
        await PassAsync(TimeSpan.FromSeconds(2));
        if (call.From == "anonymous")
        {
            await Centre.PressAsync(call, KeyedNumber);
            await PassAsync(TimeSpan.FromSeconds(2));
        }

        await Centre.PressAsync(call, act.B % 6 == 0 ? "9#" : "1#");
        return call.Sid;
    }

    private async Task<string?> LeaveMessageAsync(HistoryAct act)
    {
        if (Pick([.. now.In(CallState.Queued, CallState.Voicemail).Select(LineOf).OfType<SimulatedCall>().Where(c => !c.IsOver)], act.A) is not { } call)
        {
            return null;
        }

        await Centre.PressAsync(call, "1");
        for (var i = 0; i < 25 && !call.IsOver && call.Transcript.Lines.All(l => l.Text != "beep"); i++)
        {
            await PassAsync(TimeSpan.FromSeconds(1));
        }

        await PassAsync(TimeSpan.FromSeconds(1));
        await Centre.OnLoopAsync(() => Centre.World.Lines.Say(call, "Please ring me about my son."));
        await PassAsync(TimeSpan.FromSeconds((act.B % 12) + 1));
        if (act.B % 2 == 0)
        {
            await Centre.HangUpAsync(call);
        }

        return call.Sid;
    }

    private async Task<string?> HangUpAsync(HistoryAct act)
    {
        var lines = await Centre.World.Loop.RunAsync(() => Centre.World.Calls.All
            .Where(c => !c.IsOver && !c.To.StartsWith("client:", StringComparison.Ordinal)).ToList());
        if (Pick(lines, act.A) is not { } call)
        {
            return null;
        }

        await Centre.HangUpAsync(call);
        return call.Sid;
    }

    private async Task UntilAsync(SimulatedCall call, CallState state)
    {
        for (var i = 0; i < 10 && now.Calls.FirstOrDefault(c => c.ProviderCallId == call.Sid)?.State != state; i++)
        {
            await PassAsync(TimeSpan.FromSeconds(1));
        }
    }
}
