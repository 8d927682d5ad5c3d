using System.Collections.Concurrent;
using Helpline.Core.Calls;
using Helpline.Core.Legs;

namespace Helpline.Testing.Centre;

/// <summary>A phone provider that does as told and remembers what it was asked.</summary>
public sealed class RecordingCallControl : ICallControl
{
    /// <summary>What was asked, in order: the verb and the call.</summary>
    public ConcurrentQueue<(string Verb, CallRef Call)> Asked { get; } = new();

    /// <summary>The legs that were asked for.</summary>
    public ConcurrentQueue<AdviserLeg> Legs { get; } = new();

    /// <summary>The further legs that were asked for.</summary>
    public ConcurrentQueue<RoomLegRef> RoomLegs { get; } = new();

    /// <summary>What it answers.</summary>
    public CallControlOutcome Answer { get; set; } = CallControlOutcome.Done;

    public Task<CallControlOutcome> ConnectAsync(AdviserLeg leg, CancellationToken cancellationToken)
    {
        Legs.Enqueue(leg);
        return Ask("connect", leg.Call);
    }

    public Task<CallControlOutcome> HoldAsync(CallRef call, CancellationToken cancellationToken) => Ask("hold", call);

    public Task<CallControlOutcome> ResumeAsync(CallRef call, CancellationToken cancellationToken) => Ask("resume", call);

    public Task<CallControlOutcome> EndAsync(CallRef call, CancellationToken cancellationToken) => Ask("end", call);

    public Task<CallControlOutcome> HangUpAsync(CallRef call, CancellationToken cancellationToken) => Ask("hang-up", call);

    public Task<CallControlOutcome> ReleaseAdviserAsync(CallRef call, CancellationToken cancellationToken) => Ask("release", call);

    public Task<CallControlOutcome> HoldForTransferAsync(CallRef call, CancellationToken cancellationToken) => Ask("hold-for-transfer", call);

    public Task<CallControlOutcome> AddLegAsync(RoomLegRef leg, CancellationToken cancellationToken)
    {
        RoomLegs.Enqueue(leg);
        return Ask("add-leg", leg.Call);
    }

    public Task<CallControlOutcome> SetMonitorAsync(RoomLegRef leg, MonitorMode mode, CancellationToken cancellationToken) => Ask(mode.ToString(), leg.Call);

    public Task<CallControlOutcome> DropLegAsync(RoomLegRef leg, CancellationToken cancellationToken) => Ask("drop-leg", leg.Call);

    private Task<CallControlOutcome> Ask(string verb, CallRef call)
    {
        Asked.Enqueue((verb, call));
        return Task.FromResult(Answer);
    }
}
