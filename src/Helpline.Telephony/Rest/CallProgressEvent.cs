namespace Helpline.Telephony.Rest;

/// <summary>What a leg made by REST can report.</summary>
internal enum CallProgressEvent
{
    /// <summary>Dialling has begun.</summary>
    Initiated,

    /// <summary>It rings.</summary>
    Ringing,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>It is over, however it ended.</summary>
    Completed,
}

/// <summary>The words Twilio uses for <see cref="CallProgressEvent"/>.</summary>
internal static class CallProgressEvents
{
    /// <summary>All four.</summary>
    public static IReadOnlyList<CallProgressEvent> All { get; } = Enum.GetValues<CallProgressEvent>();

    /// <summary>Names one event.</summary>
    public static string Name(CallProgressEvent value) => value switch
    {
        CallProgressEvent.Initiated => "initiated",
        CallProgressEvent.Ringing => "ringing",
        CallProgressEvent.Answered => "answered",
        CallProgressEvent.Completed => "completed",
    };
}
