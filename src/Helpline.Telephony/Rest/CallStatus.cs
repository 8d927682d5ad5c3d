namespace Helpline.Telephony.Rest;

/// <summary>How far a leg has come, in REST answers and in callbacks.</summary>
internal enum CallStatus
{
    /// <summary>A word we do not know yet. Twilio may add one at any time.</summary>
    Unknown,

    /// <summary>Waiting to be dialled.</summary>
    Queued,

    /// <summary>Dialling has begun.</summary>
    Initiated,

    /// <summary>Ringing.</summary>
    Ringing,

    /// <summary>Answered and not over.</summary>
    InProgress,

    /// <summary>Over after being answered.</summary>
    Completed,

    /// <summary>Engaged.</summary>
    Busy,

    /// <summary>Could not be put through.</summary>
    Failed,

    /// <summary>Rang out.</summary>
    NoAnswer,

    /// <summary>Taken back before it was answered.</summary>
    Canceled,
}

/// <summary>The words Twilio uses for <see cref="CallStatus"/>.</summary>
internal static class CallStatusNames
{
    /// <summary>Reads a word.</summary>
    public static CallStatus Parse(string? name) => name switch
    {
        "queued" => CallStatus.Queued,
        "initiated" => CallStatus.Initiated,
        "ringing" => CallStatus.Ringing,
        "in-progress" or "answered" => CallStatus.InProgress,
        "completed" => CallStatus.Completed,
        "busy" => CallStatus.Busy,
        "failed" => CallStatus.Failed,
        "no-answer" => CallStatus.NoAnswer,
        "canceled" => CallStatus.Canceled,
        _ => CallStatus.Unknown,
    };

    /// <summary>Whether a leg in this state will never speak again.</summary>
    public static bool IsOver(this CallStatus status) => status switch
    {
        CallStatus.Completed or CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer or CallStatus.Canceled => true,
        CallStatus.Unknown or CallStatus.Queued or CallStatus.Initiated or CallStatus.Ringing or CallStatus.InProgress => false,
    };
}
