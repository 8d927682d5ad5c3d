using System.Net;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.FarEnds;

/// <summary>Rings a leg's far end and says whether somebody, or something, answered.</summary>
internal sealed class OutboundDialler(SimulatorWorld world)
{
    /// <summary>What the service adds to every ring timeout.</summary>
    public static readonly TimeSpan RingBuffer = TimeSpan.FromSeconds(5);

    /// <returns>True when the leg was answered; otherwise it is over.</returns>
    public async Task<bool> RingAsync(SimulatedCall leg, TimeSpan timeout)
    {
        var over = leg.Execution;
        try
        {
            leg.Progress(CallStatus.Initiated);
            await world.PauseAsync(TimeSpan.FromMilliseconds(200), over);
            if (!Reachable(leg.To))
            {
                world.Report.Note(leg.To.StartsWith('+') ? "13224" : "13223", leg.Sid, "unreachable party");
                leg.End(CallStatus.Failed);
                return false;
            }

            leg.Progress(CallStatus.Ringing);
            return await RingFarEndAsync(leg, timeout + RingBuffer, over);
        }
        catch (OperationCanceledException) when (leg.IsOver)
        {
            return false;
        }
    }

    /// <summary>A client address and its custom parameters, which are always strings.</summary>
    public static (string To, Dictionary<string, string> Parameters) SplitClient(string to)
    {
        var question = to.StartsWith("client:", StringComparison.Ordinal) ? to.IndexOf('?', StringComparison.Ordinal) : -1;
        if (question < 0)
        {
            return (to, []);
        }

        var parameters = to[(question + 1)..]
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => pair.Length > 1 ? WebUtility.UrlDecode(pair[1]) : "");
        return (to[..question], parameters);
    }

    public static bool Reachable(string to) =>
        to.StartsWith("client:", StringComparison.Ordinal) ? to.Length > "client:".Length
        : to is ['+', >= '1' and <= '9', ..] && to.Length is >= 8 and <= 16 && to.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private async Task<bool> RingFarEndAsync(SimulatedCall leg, TimeSpan ringTime, CancellationToken over)
    {
        var farEnd = world.FarEnds.For(leg);
        if (farEnd is PageTelephone page)
        {
            if (!await page.RingsUntilAnsweredAsync(world, leg, ringTime, over))
            {
                leg.End(CallStatus.NoAnswer);
                return false;
            }

            leg.Progress(CallStatus.InProgress);
            return true;
        }

        var isClient = leg.To.StartsWith("client:", StringComparison.Ordinal);
        // A device in a call ignores another invitation without a word; its leg rings out.
        var reaction = isClient && world.Calls.IsBusy(leg) ? FarEndReaction.Ignores : farEnd.Ring(leg);
        var willReact = reaction.Kind != FarEndReactionKind.Ignore && reaction.After < ringTime;
        await world.PauseAsync(willReact ? reaction.After : ringTime, over);
        if (!willReact)
        {
            leg.End(CallStatus.NoAnswer);
            return false;
        }

        switch (reaction.Kind)
        {
            case FarEndReactionKind.Answer:
                leg.Progress(CallStatus.InProgress);
                world.Background(() => farEnd.TalkAsync(new FarEndLine(world, leg), leg.Lifetime));
                return true;
            case FarEndReactionKind.Reject:
                leg.End(CallStatus.Busy);
                return false;
            case FarEndReactionKind.Fail or FarEndReactionKind.Ignore:
                leg.End(CallStatus.Failed);
                return false;
        }

        return false;
    }
}
