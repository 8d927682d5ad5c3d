using Helpline.Core.Common;

namespace Helpline.Core.Spoken;

/// <summary>
/// What an administrator has changed of what callers hear. One row, made by the first change; where it is empty, the built-in text of the content folder is said. Moments
/// are UTC.
/// </summary>
public sealed class SpokenWords : Entity
{
    /// <summary>The key of the one row.</summary>
    public const int OnlySlot = 1;

    private SpokenWords()
    {
    }

    /// <summary>Always <see cref="OnlySlot"/>.</summary>
    public int Slot { get; private init; } = OnlySlot;

    /// <summary>The greeting; null for the built-in one.</summary>
    public string? Greeting { get; private set; }

    /// <summary>The privacy notice; null for the built-in one.</summary>
    public string? Privacy { get; private set; }

    /// <summary>Who speaks.</summary>
    public SpokenVoice Voice { get; private set; }

    /// <summary>The recording played in place of the greeting; null for none.</summary>
    public Guid? GreetingRecordingId { get; private set; }

    /// <summary>The recording played in place of the privacy notice; null for none.</summary>
    public Guid? PrivacyRecordingId { get; private set; }

    /// <summary>When it was changed last.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>The account that changed it last.</summary>
    public Guid ChangedBy { get; private set; }

    /// <summary>The text of a part; null for the built-in one.</summary>
    public string? TextOf(SpokenPart part) => part switch
    {
        SpokenPart.Greeting => Greeting,
        SpokenPart.Privacy => Privacy,
    };

    /// <summary>The recording of a part; null for none.</summary>
    public Guid? RecordingOf(SpokenPart part) => part switch
    {
        SpokenPart.Greeting => GreetingRecordingId,
        SpokenPart.Privacy => PrivacyRecordingId,
    };

    internal static SpokenWords New() => new();

    /// <exception cref="RuleBrokenException"><c>spoken.text</c>: a text is refused; <c>spoken.transcript</c>: a recording would be without its words.</exception>
    internal void Change(string? greeting, string? privacy, SpokenVoice voice, Guid by, DateTime now)
    {
        if (SpokenText.Refusal(greeting) is not null || SpokenText.Refusal(privacy) is not null || !Enum.IsDefined(voice))
        {
            throw new RuleBrokenException("spoken.text");
        }

        (Greeting, Privacy, Voice, ChangedAt, ChangedBy) = (greeting, privacy, voice, now, by);
        CheckTranscripts();
    }

    /// <exception cref="RuleBrokenException"><c>spoken.transcript</c>: there is no text that says what the recording does.</exception>
    internal void Play(SpokenPart part, Guid? recording, Guid by, DateTime now)
    {
        switch (part)
        {
            case SpokenPart.Greeting:
                GreetingRecordingId = recording;
                break;
            case SpokenPart.Privacy:
                PrivacyRecordingId = recording;
                break;
        }

        (ChangedAt, ChangedBy) = (now, by);
        CheckTranscripts();
    }

    private void CheckTranscripts()
    {
        if ((GreetingRecordingId is not null && Greeting is null) || (PrivacyRecordingId is not null && Privacy is null))
        {
            throw new RuleBrokenException("spoken.transcript");
        }
    }
}
