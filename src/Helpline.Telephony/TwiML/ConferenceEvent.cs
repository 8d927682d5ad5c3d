namespace Helpline.Telephony.TwiML;

/// <summary>What a conference can report.</summary>
internal enum ConferenceEvent
{
    /// <summary>Two are in and one of them may start it.</summary>
    Start,

    /// <summary>It is over.</summary>
    End,

    /// <summary>A leg joined.</summary>
    Join,

    /// <summary>A leg left, or never came.</summary>
    Leave,

    /// <summary>A leg was muted or unmuted.</summary>
    Mute,

    /// <summary>A leg was held or taken off hold.</summary>
    Hold,

    /// <summary>A leg's settings changed.</summary>
    Modify,

    /// <summary>Someone began or stopped speaking.</summary>
    Speaker,

    /// <summary>An announcement ended or failed.</summary>
    Announcement,
}

/// <summary>The names Twilio uses for <see cref="ConferenceEvent"/> when events are asked for.</summary>
internal static class ConferenceEvents
{
    /// <summary>Everything we follow a call by.</summary>
    public static IReadOnlyList<ConferenceEvent> Followed { get; } =
        [ConferenceEvent.Start, ConferenceEvent.End, ConferenceEvent.Join, ConferenceEvent.Leave, ConferenceEvent.Hold];

    /// <summary>Names one event.</summary>
    public static string Name(ConferenceEvent value) => value switch
    {
        ConferenceEvent.Start => "start",
        ConferenceEvent.End => "end",
        ConferenceEvent.Join => "join",
        ConferenceEvent.Leave => "leave",
        ConferenceEvent.Mute => "mute",
        ConferenceEvent.Hold => "hold",
        ConferenceEvent.Modify => "modify",
        ConferenceEvent.Speaker => "speaker",
        ConferenceEvent.Announcement => "announcement",
    };

    /// <summary>Names several, as a TwiML attribute wants them, or null for none.</summary>
    public static string? Names(IReadOnlyList<ConferenceEvent> values) =>
        values.Count == 0 ? null : string.Join(' ', values.Select(Name));
}
