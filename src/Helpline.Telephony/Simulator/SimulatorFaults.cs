namespace Helpline.Telephony.Simulator;

/// <summary>What can go wrong with a REST request.</summary>
internal enum RestFault
{
    None,

    /// <summary>429, before any effect.</summary>
    Throttled,

    /// <summary>503, before any effect.</summary>
    FailedBefore,

    /// <summary>The effect happens; the reply is a gateway failure.</summary>
    ReplyLost,

    /// <summary>Twenty seconds of nothing, then the effect and the reply.</summary>
    Stalled,
}

/// <summary>Faults a test asks for next, and those the seed draws.</summary>
internal sealed class SimulatorFaults(SimulatorWorld world)
{
    private readonly List<(string Method, string PathEnd, RestFault Fault)> scripted = [];
    private int burst;
    private int hangs;

    /// <summary>Asks for a fault on the next request of that method whose path contains <paramref name="path"/>.</summary>
    public void Next(string method, string path, RestFault fault) => scripted.Add((method, path, fault));

    /// <summary>Asks that nobody take the next connections to the app.</summary>
    public void HangConnects(int count) => hangs = count;

    public bool TakeConnectHang()
    {
        if (hangs > 0)
        {
            hangs--;
            return true;
        }

        return world.OddChance(world.Options.Chaos.ConnectHangRate);
    }

    public RestFault Take(string method, string path)
    {
        var index = scripted.FindIndex(s => s.Method == method && path.Contains(s.PathEnd, StringComparison.Ordinal));
        if (index >= 0)
        {
            var fault = scripted[index].Fault;
            scripted.RemoveAt(index);
            return fault;
        }

        var chaos = world.Options.Chaos;
        if (burst > 0)
        {
            burst--;
            return RestFault.Throttled;
        }

        if (world.Chance(chaos.ThrottleRate))
        {
            burst = chaos.ThrottleBurst - 1;
            return RestFault.Throttled;
        }

        return world.Chance(chaos.RestErrorRate) ? RestFault.FailedBefore
            : world.Chance(chaos.RestReplyLostRate) ? RestFault.ReplyLost
            : RestFault.None;
    }
}
