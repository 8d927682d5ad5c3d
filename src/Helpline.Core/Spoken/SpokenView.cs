namespace Helpline.Core.Spoken;

/// <summary>A recording, without its content.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Seconds">How long it plays.</param>
/// <param name="AddedAt">When it was added, UTC.</param>
public sealed record SpokenRecordingView(Guid Id, SoundKind Kind, int Seconds, DateTime AddedAt);

/// <summary>What callers hear by an administrator's wish, as the flow and the page see it.</summary>
public sealed record SpokenView
{
    /// <summary>The version of an installation where nothing was ever changed.</summary>
    public const long NeverChanged = -1;

    /// <summary>Where nothing was ever changed.</summary>
    public static SpokenView BuiltIn { get; } = new();

    /// <summary>Counts the changes.</summary>
    public long Version { get; init; } = NeverChanged;

    /// <summary>The greeting; null for the built-in one.</summary>
    public string? Greeting { get; init; }

    /// <summary>The privacy notice; null for the built-in one.</summary>
    public string? Privacy { get; init; }

    /// <summary>Who speaks.</summary>
    public SpokenVoice Voice { get; init; }

    /// <summary>What is played in place of the greeting; null for nothing.</summary>
    public SpokenRecordingView? GreetingRecording { get; init; }

    /// <summary>What is played in place of the privacy notice; null for nothing.</summary>
    public SpokenRecordingView? PrivacyRecording { get; init; }

    /// <summary>When it was changed last, UTC; null when it never was.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>Who changed it last: the name colleagues see; null when nobody did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The text of a part; null for the built-in one.</summary>
    public string? TextOf(SpokenPart part) => part switch
    {
        SpokenPart.Greeting => Greeting,
        SpokenPart.Privacy => Privacy,
    };

    /// <summary>The recording of a part; null for none.</summary>
    public SpokenRecordingView? RecordingOf(SpokenPart part) => part switch
    {
        SpokenPart.Greeting => GreetingRecording,
        SpokenPart.Privacy => PrivacyRecording,
    };
}
