namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Progress of a leg.</summary>
internal enum CallStatus
{
    Queued,
    Initiated,
    Ringing,
    InProgress,
    Completed,
    Busy,
    Failed,
    NoAnswer,
    Canceled,
}

/// <summary>The service's spellings and groupings.</summary>
internal static class CallStatuses
{
    public static string Wire(this CallStatus status) => status switch
    {
        CallStatus.Queued => "queued",
        CallStatus.Initiated => "initiated",
        CallStatus.Ringing => "ringing",
        CallStatus.InProgress => "in-progress",
        CallStatus.Completed => "completed",
        CallStatus.Busy => "busy",
        CallStatus.Failed => "failed",
        CallStatus.NoAnswer => "no-answer",
        CallStatus.Canceled => "canceled",
    };

    public static bool IsOver(this CallStatus status) => status switch
    {
        CallStatus.Queued or CallStatus.Initiated or CallStatus.Ringing or CallStatus.InProgress => false,
        CallStatus.Completed or CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer or CallStatus.Canceled => true,
    };

    /// <summary>The event a callback subscribes to: every ending is "completed".</summary>
    public static string Event(this CallStatus status) => status switch
    {
        CallStatus.Queued or CallStatus.Initiated => "initiated",
        CallStatus.Ringing => "ringing",
        CallStatus.InProgress => "answered",
        CallStatus.Completed or CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer or CallStatus.Canceled => "completed",
    };

    public static int SipCode(this CallStatus status) => status switch
    {
        CallStatus.Queued or CallStatus.Initiated or CallStatus.Ringing or CallStatus.InProgress or CallStatus.Completed => 200,
        CallStatus.Busy => 486,
        CallStatus.Failed => 404,
        CallStatus.NoAnswer or CallStatus.Canceled => 487,
    };
}
