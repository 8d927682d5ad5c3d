using Helpline.Core.Advisers;
using Helpline.Core.Common;

namespace Helpline.Core.Adjustments;

/// <summary>What should be done differently for somebody. Stored as bits; a value is never given another meaning.</summary>
[Flags]
public enum AdjustmentKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>They call through Relay UK: an assistant speaks for them, slowly and with pauses.</summary>
    TextRelay = 1,

    /// <summary>They need a British Sign Language interpreter.</summary>
    SignLanguage = 2,

    /// <summary>They need an interpreter of a spoken language.</summary>
    SpokenInterpreter = 4,

    /// <summary>They need more time, one question at a time.</summary>
    MoreTime = 8,

    /// <summary>They want what was said in writing.</summary>
    WrittenSummary = 16,

    /// <summary>No message may be left on their voicemail.</summary>
    NoVoicemail = 32,
}

/// <summary>What an enquirer has asked for once, so that nobody has to ask again. Kept under the keyed hash of their number or address. Moments are UTC.</summary>
public sealed class EnquirerAdjustments : Entity
{
    /// <summary>Longest language or hours, in characters.</summary>
    public const int ShortLength = 100;

    /// <summary>Longest note, in characters.</summary>
    public const int NoteLength = 500;

    /// <summary>Those that make a conversation slow: wrap-up is given twice the time.</summary>
    public const AdjustmentKinds Slow = AdjustmentKinds.TextRelay | AdjustmentKinds.SignLanguage | AdjustmentKinds.SpokenInterpreter;

    private EnquirerAdjustments()
    {
    }

    /// <summary>The keyed hash of the number or address.</summary>
    public string EnquirerKey { get; private init; } = "";

    /// <summary>What should be done differently.</summary>
    public AdjustmentKinds Kinds { get; private set; }

    /// <summary>The language to interpret; encrypted.</summary>
    public string? Language { get; private set; }

    /// <summary>When it is safe to ring; encrypted.</summary>
    public string? SafeHours { get; private set; }

    /// <summary>Anything else; encrypted.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Who changed it last.</summary>
    public AdviserId ChangedBy { get; private set; }

    internal static EnquirerAdjustments For(string enquirerKey) => new() { EnquirerKey = enquirerKey };

    internal void Mark(MarkAdjustments with, DateTime now)
    {
        Kinds = with.Kinds;
        Language = Text(with.Language);
        SafeHours = Text(with.SafeHours);
        Note = Text(with.Note);
        ChangedAt = now;
        ChangedBy = with.AdviserId;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
