using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.FarEnds;

/// <summary>The telephone of whoever rang from the simulator's page: it rings until the page answers it. Runs on the loop.</summary>
internal sealed class PageTelephone : ISimulatedAdviserLeg
{
    private readonly Dictionary<string, CancellationTokenSource> ringing = new(StringComparer.Ordinal);

    public bool IsMachine => false;

    /// <summary>Never by itself; <see cref="RingsUntilAnsweredAsync"/> asks the page.</summary>
    public FarEndReaction Ring(SimulatedCall leg) => FarEndReaction.Ignores;

    /// <summary>What is pressed and said comes from the page.</summary>
    public Task TalkAsync(FarEndLine line, CancellationToken hungUp) => Task.CompletedTask;

    /// <summary>The page picks up. False when nothing rings.</summary>
    public bool Answer(SimulatedCall leg)
    {
        if (!ringing.TryGetValue(leg.Sid, out var picked))
        {
            return false;
        }

        picked.Cancel();
        return true;
    }

    /// <summary>Rings. True when the page picked up in time.</summary>
    public async Task<bool> RingsUntilAnsweredAsync(SimulatorWorld world, SimulatedCall leg, TimeSpan ringTime, CancellationToken over)
    {
        using var picked = CancellationTokenSource.CreateLinkedTokenSource(over);
        ringing[leg.Sid] = picked;
        try
        {
            await world.PauseAsync(ringTime, picked.Token);
            return false;
        }
        catch (OperationCanceledException) when (!over.IsCancellationRequested)
        {
            return true;
        }
        finally
        {
            ringing.Remove(leg.Sid);
        }
    }
}
