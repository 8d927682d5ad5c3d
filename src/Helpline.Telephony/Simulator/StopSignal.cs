namespace Helpline.Telephony.Simulator;

/// <summary>A token that can be cancelled once, owned by something that is never disposed of.</summary>
#pragma warning disable CA1001 // A source with neither timer nor registrations holds nothing to release.
internal sealed class StopSignal
{
    private readonly CancellationTokenSource source = new();

    public CancellationToken Token => source.Token;

    public void Cancel() => source.Cancel();
}
#pragma warning restore CA1001
