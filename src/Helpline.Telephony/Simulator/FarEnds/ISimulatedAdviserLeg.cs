using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.FarEnds;

/// <summary>Whoever is at the far end of a leg the app rings: an adviser's browser, an own phone, a parent called back.</summary>
internal interface ISimulatedAdviserLeg
{
    /// <summary>A machine answers: voicemail, as answering machine detection would find.</summary>
    bool IsMachine { get; }

    /// <summary>What happens when it rings.</summary>
    FarEndReaction Ring(SimulatedCall leg);

    /// <summary>What the party does once answered; cancelled when the leg ends or is redirected.</summary>
    Task TalkAsync(FarEndLine line, CancellationToken hungUp);
}

/// <summary>How a far end takes to being rung, and after how long.</summary>
internal sealed record FarEndReaction(FarEndReactionKind Kind, TimeSpan After)
{
    /// <summary>Rings until the service gives up.</summary>
    public static FarEndReaction Ignores { get; } = new(FarEndReactionKind.Ignore, TimeSpan.Zero);
}

/// <summary>Reactions to being rung.</summary>
internal enum FarEndReactionKind
{
    Answer,
    Reject,
    Ignore,
    Fail,
}

/// <summary>The far end's hands on its own line.</summary>
internal sealed class FarEndLine(SimulatorWorld world, SimulatedCall leg)
{
    public SimulatedCall Leg => leg;

    public Task PauseAsync(TimeSpan duration, CancellationToken cancellation) => world.PauseAsync(duration, cancellation);

    /// <summary>Completes when the line asks for keys or speech.</summary>
    public Task WhenAskedAsync(CancellationToken cancellation) => leg.Inputs.WhenListeningAsync().OrCancelledAsync(cancellation);

    public Task PressAsync(string keys, CancellationToken cancellation) => world.Lines.PressAsync(leg, keys, cancellation);

    public void Say(string text) => world.Lines.Say(leg, text);

    public void HangUp() => leg.HangUp();

    /// <summary>Goes dead at once; the service finds out only after <paramref name="noticedAfter"/>.</summary>
    public async Task CrashAsync(TimeSpan noticedAfter)
    {
        leg.IsSilentlyGone = true;
        leg.Transcript.Add("line", "gone without a word");
        await world.PauseAsync(noticedAfter, world.Stopping);
        leg.HangUp();
    }
}
