using Helpline.Core.Common;

namespace Helpline.Core.Spoken;

/// <summary>
/// A recording of our own that callers hear in place of a text: nobody's data. It is never changed; another one has another name, so that whoever keeps a copy never
/// keeps an old one. Moments are UTC.
/// </summary>
public sealed class SpokenRecording
{
    private SpokenRecording()
    {
    }

    /// <summary>Names it, also in its address.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it stands for.</summary>
    public SpokenPart Part { get; private init; }

    /// <summary>What it is.</summary>
    public SoundKind Kind { get; private init; }

    /// <summary>How long it plays, in whole seconds, rounded up.</summary>
    public int Seconds { get; private init; }

    /// <summary>The file, as it was sent.</summary>
    public byte[] Content { get; private init; } = [];

    /// <summary>When it was added.</summary>
    public DateTime AddedAt { get; private init; }

    /// <summary>The account that added it.</summary>
    public Guid AddedBy { get; private init; }

    internal static SpokenRecording Of(SpokenPart part, SoundFile sound, byte[] content, Guid by, DateTime now) => new()
    {
        Id = Ids.New(),
        Part = part,
        Kind = sound.Kind,
        Seconds = (int)Math.Ceiling(sound.Length.TotalSeconds),
        Content = content,
        AddedAt = now,
        AddedBy = by,
    };
}
