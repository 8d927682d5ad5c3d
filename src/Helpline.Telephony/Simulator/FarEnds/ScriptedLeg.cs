using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.FarEnds;

/// <summary>A far end that follows a fixed script.</summary>
internal sealed record ScriptedLeg : ISimulatedAdviserLeg
{
    public FarEndReactionKind Reaction { get; init; } = FarEndReactionKind.Answer;

    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(1);

    public bool IsMachine { get; init; }

    /// <summary>Said on answering.</summary>
    public string? Greeting { get; init; }

    /// <summary>Pressed a second after the line first asks for something.</summary>
    public string? PressesWhenAsked { get; init; }

    public TimeSpan? HangsUpAfter { get; init; }

    /// <summary>The browser dies this long after answering.</summary>
    public TimeSpan? CrashesAfter { get; init; }

    /// <summary>How long the service takes to notice a crash.</summary>
    public TimeSpan CrashNoticedAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>An adviser's browser that accepts after about a second.</summary>
    public static ScriptedLeg Answers => new();

    public static ScriptedLeg Ignores => new() { Reaction = FarEndReactionKind.Ignore };

    public static ScriptedLeg Rejects => new() { Reaction = FarEndReactionKind.Reject };

    public static ScriptedLeg Unreachable => new() { Reaction = FarEndReactionKind.Fail };

    /// <summary>Answers like a person would, and never presses anything.</summary>
    public static ScriptedLeg Voicemail => new()
    {
        After = TimeSpan.FromSeconds(12),
        IsMachine = true,
        Greeting = "Please leave a message after the tone.",
        HangsUpAfter = TimeSpan.FromSeconds(90),
    };

    /// <summary>A person who picks up and does what the line asks.</summary>
    public static ScriptedLeg PatientPerson => new() { After = TimeSpan.FromSeconds(4), Greeting = "Hello?", PressesWhenAsked = "1" };

    public FarEndReaction Ring(SimulatedCall leg) => new(Reaction, After);

    public async Task TalkAsync(FarEndLine line, CancellationToken hungUp)
    {
        if (Greeting is not null)
        {
            line.Say(Greeting);
        }

        if (CrashesAfter is { } crash)
        {
            await line.PauseAsync(crash, hungUp);
            await line.CrashAsync(CrashNoticedAfter);
            return;
        }

        if (PressesWhenAsked is { } keys)
        {
            await line.WhenAskedAsync(hungUp);
            await line.PauseAsync(TimeSpan.FromSeconds(1), hungUp);
            await line.PressAsync(keys, hungUp);
        }

        if (HangsUpAfter is { } patience)
        {
            await line.PauseAsync(patience, hungUp);
            line.HangUp();
        }
    }
}
