namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Every leg of the account, and the gate that paces outgoing ones.</summary>
internal sealed class CallRegistry(SimulatorWorld world)
{
    private readonly Dictionary<string, SimulatedCall> bySid = new(StringComparer.Ordinal);
    private readonly List<SimulatedCall> all = [];
    private DateTimeOffset nextDial = DateTimeOffset.MinValue;

    public IReadOnlyList<SimulatedCall> All => all;

    public SimulatedCall? Find(string? sid) => sid is null ? null : bySid.GetValueOrDefault(sid);

    public SimulatedCall Add(SimulatedCall call)
    {
        bySid.Add(call.Sid, call);
        all.Add(call);
        return call;
    }

    /// <summary>Takes the next slot of the account's calls-per-second allowance.</summary>
    /// <returns>How long the new leg stays queued.</returns>
    public TimeSpan TakeDialSlot()
    {
        var now = world.Clock.GetUtcNow();
        var at = nextDial > now ? nextDial : now;
        nextDial = at + TimeSpan.FromSeconds(1 / world.Options.CallsPerSecond);
        return at - now;
    }

    /// <summary>Told by a leg that ended: legs it had dialled end with it.</summary>
    public void Ended(SimulatedCall call)
    {
        foreach (var child in all.Where(c => c.ParentSid == call.Sid && !c.IsOver).ToList())
        {
            child.HangUp();
        }

        world.Invariants.CallEnded(call);
    }

    /// <summary>Whether a client identity is in a call already, so that its device ignores another invitation.</summary>
    public bool IsBusy(SimulatedCall invited) =>
        all.Exists(c => c != invited && c.To == invited.To && c.Status == CallStatus.InProgress);
}
