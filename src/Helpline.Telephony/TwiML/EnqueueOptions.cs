namespace Helpline.Telephony.TwiML;

/// <summary>Joining a queue.</summary>
internal sealed record EnqueueOptions
{
    /// <summary>The queue: at most 64 letters, digits, hyphens and underscores.</summary>
    public required string Queue { get; init; }

    /// <summary>Told how the wait ended, and answers what comes next.</summary>
    public required string Action { get; init; }

    /// <summary>Answers what is heard meanwhile with a <see cref="QueueWaitDocument"/>.</summary>
    public required string WaitUrl { get; init; }
}
