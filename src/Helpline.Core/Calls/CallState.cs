namespace Helpline.Core.Calls;

/// <summary>How far a call has come. It only moves forward, but for <see cref="Queued"/>, <see cref="PlaceKept"/> and <see cref="Reconnecting"/> after a failure.</summary>
public enum CallState
{
    /// <summary>Greeting, notices, menu.</summary>
    InFlow,

    /// <summary>In the queue.</summary>
    Queued,

    /// <summary>An adviser accepted; the adviser's line is being brought up.</summary>
    Connecting,

    /// <summary>The adviser is in the room; the caller is being moved in.</summary>
    Bridging,

    /// <summary>Caller and adviser can talk.</summary>
    Connected,

    /// <summary>The adviser's line was lost; the caller is held in the room.</summary>
    Reconnecting,

    /// <summary>Leaving a message.</summary>
    Voicemail,

    /// <summary>The conversation is over; two questions by keypad.</summary>
    Survey,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>The caller is saying which number to ring back; not yet settled.</summary>
    Arranging,

    /// <summary>The caller may hang up and keeps their place; they are rung when an adviser is in the room.</summary>
    PlaceKept,

    /// <summary>The caller talks with somebody from outside; the adviser has left them together.</summary>
    WithOutside,
}
