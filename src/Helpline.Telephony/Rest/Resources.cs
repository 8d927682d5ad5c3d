namespace Helpline.Telephony.Rest;

// What we read of each resource. Numbers people call from are left out on purpose: nothing here may need them.

/// <summary>A leg.</summary>
internal sealed record CallResource
{
    /// <summary>The leg's id.</summary>
    public required string Sid { get; init; }

    /// <summary>How far it has come.</summary>
    public CallStatus Status { get; init; }

    /// <summary>The leg that made this one, if any.</summary>
    public string? ParentCallSid { get; init; }

    /// <summary><c>inbound</c>, <c>outbound-api</c> or <c>outbound-dial</c>.</summary>
    public string? Direction { get; init; }

    /// <summary>Seconds from answer to end.</summary>
    public int? Duration { get; init; }

    /// <summary>Milliseconds it is to wait before being dialled.</summary>
    public int? QueueTime { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTime? StartTime { get; init; }

    /// <summary>When it ended.</summary>
    public DateTime? EndTime { get; init; }
}

/// <summary>Whose leg it is: asked for only to make a call known whose message is all that we have.</summary>
internal sealed record CallPartiesResource
{
    /// <summary>The number it came from; personal.</summary>
    public string? From { get; init; }

    /// <summary>The number it went to.</summary>
    public string? To { get; init; }

    /// <summary><c>inbound</c>, <c>outbound-api</c> or <c>outbound-dial</c>.</summary>
    public string? Direction { get; init; }
}

/// <summary>A queue.</summary>
internal sealed record QueueResource
{
    /// <summary>The queue's id.</summary>
    public required string Sid { get; init; }

    /// <summary>The name Enqueue uses.</summary>
    public string FriendlyName { get; init; } = "";

    /// <summary>Callers in it.</summary>
    public int CurrentSize { get; init; }

    /// <summary>Callers it takes.</summary>
    public int MaxSize { get; init; }

    /// <summary>Mean wait in seconds of those in it.</summary>
    public int AverageWaitTime { get; init; }
}

/// <summary>A caller in a queue.</summary>
internal sealed record QueueMemberResource
{
    /// <summary>The caller's leg.</summary>
    public required string CallSid { get; init; }

    /// <summary>Place by order of arrival, from 1. Ours, not this, is what a caller is told.</summary>
    public int Position { get; init; }

    /// <summary>Seconds waited.</summary>
    public int WaitTime { get; init; }

    /// <summary>When the caller joined.</summary>
    public DateTime? DateEnqueued { get; init; }
}

/// <summary>A conference.</summary>
internal sealed record ConferenceResource
{
    /// <summary>The conference's id.</summary>
    public required string Sid { get; init; }

    /// <summary>The room.</summary>
    public string FriendlyName { get; init; } = "";

    /// <summary><c>init</c>, <c>in-progress</c> or <c>completed</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Why it ended.</summary>
    public string? ReasonConferenceEnded { get; init; }

    /// <summary>When it was made.</summary>
    public DateTime? DateCreated { get; init; }
}

/// <summary>A leg in a conference.</summary>
internal sealed record ParticipantResource
{
    /// <summary>The leg.</summary>
    public required string CallSid { get; init; }

    /// <summary>The conference it is in.</summary>
    public string ConferenceSid { get; init; } = "";

    /// <summary>Its name in the room.</summary>
    public string? Label { get; init; }

    /// <summary><c>queued</c>, <c>connecting</c>, <c>ringing</c>, <c>connected</c>, <c>complete</c> or <c>failed</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether it is silenced.</summary>
    public bool Muted { get; init; }

    /// <summary>Whether it is on hold.</summary>
    public bool Hold { get; init; }

    /// <summary>Whether one leg alone hears it.</summary>
    public bool Coaching { get; init; }

    /// <summary>Whether the room ends when it leaves.</summary>
    public bool EndConferenceOnExit { get; init; }
}

/// <summary>A recording.</summary>
internal sealed record RecordingResource
{
    /// <summary>The recording's id.</summary>
    public required string Sid { get; init; }

    /// <summary>The leg recorded.</summary>
    public string CallSid { get; init; } = "";

    /// <summary><c>in-progress</c>, <c>paused</c>, <c>stopped</c>, <c>processing</c>, <c>completed</c>, <c>absent</c> or <c>deleted</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary><c>RecordVerb</c> for a message; else what recorded a conversation.</summary>
    public string Source { get; init; } = "";

    /// <summary>Seconds recorded.</summary>
    public int? Duration { get; init; }
}

/// <summary>A text message.</summary>
internal sealed record MessageResource
{
    /// <summary>The message's id.</summary>
    public required string Sid { get; init; }

    /// <summary>How far it has come.</summary>
    public string Status { get; init; } = "";

    /// <summary>Why it was not delivered.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Parts it is billed as.</summary>
    public int? NumSegments { get; init; }
}
