using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>One leg: a person's line to the service, from ringing to its end. Changed on the simulator's loop only.</summary>
internal sealed partial class SimulatedCall
{
    private readonly SimulatorWorld world;
    private readonly TaskCompletionSource ended = new();
    private readonly StopSignal lifetime = new();
    private StopSignal execution = new();
    private CallStep? next;
    private int sequence;

    public SimulatedCall(SimulatorWorld world)
    {
        this.world = world;
        Sid = world.NewSid("CA");
        Created = world.Clock.GetUtcNow();
        Transcript = new(world.Clock);
        Inputs = new(world.Clock) { Buffers = world.Options.Unsettled.BufferKeys };
    }

    public string Sid { get; }

    public string AccountSid => world.Account.AccountSid;

    public required string From { get; init; }

    /// <summary>E.164, <c>client:identity</c>; never with the client's parameters.</summary>
    public required string To { get; init; }

    public required CallDirection Direction { get; init; }

    public string? ParentSid { get; init; }

    /// <summary>Custom parameters of a client leg.</summary>
    public IReadOnlyDictionary<string, string> ClientParameters { get; init; } = new Dictionary<string, string>();

    public DocumentSource? Fallback { get; init; }

    public CallbackSettings? Callback { get; init; }

    public CallStatus Status { get; private set; } = CallStatus.Queued;

    public DateTimeOffset Created { get; }

    public DateTimeOffset? Answered { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public TimeSpan QueueTime { get; set; }

    public CookieJar Cookies { get; } = new();

    public CallTranscript Transcript { get; }

    public CallInputs Inputs { get; }

    /// <summary>The latest document that drove the leg.</summary>
    public string Document { get; set; } = "";

    /// <summary>Sid of the recording made over REST, for the final callback.</summary>
    public string? RecordingSid { get; set; }

    /// <summary>The leg this one is bridged with by Dial.</summary>
    public SimulatedCall? Peer { get; set; }

    /// <summary>The party's label in the transcript.</summary>
    public string Party => Direction == CallDirection.Inbound ? "caller" : To.StartsWith("client:", StringComparison.Ordinal) ? "adviser" : "callee";

    public bool IsOver => Status.IsOver();

    /// <summary>Gone at the far end without the service knowing yet (a crashed browser).</summary>
    public bool IsSilentlyGone { get; set; }

    /// <summary>Completes when the leg is over.</summary>
    public Task Ended => ended.Task;

    /// <summary>Cancelled when the leg ends or is sent to another document.</summary>
    public CancellationToken Execution => execution.Token;

    /// <summary>Cancelled when the leg ends, and not before.</summary>
    public CancellationToken Lifetime => lifetime.Token;

    public TimeSpan Duration => Answered is { } answered ? (EndedAt ?? world.Clock.GetUtcNow()) - answered : TimeSpan.Zero;

    public void Progress(CallStatus status)
    {
        if (IsOver || status <= Status)
        {
            return;
        }

        Status = status;
        if (status == CallStatus.InProgress)
        {
            Answered = world.Clock.GetUtcNow();
            Transcript.Add("line", "answered");
        }

        if (Callback is { IsNumber: false })
        {
            Notify();
        }
    }

    /// <summary>Ends the leg; a second ending changes nothing.</summary>
    public void End(CallStatus status)
    {
        if (IsOver)
        {
            return;
        }

        var neverDialled = Status == CallStatus.Queued;
        Status = status;
        EndedAt = world.Clock.GetUtcNow();
        Transcript.Add("line", $"ended: {status.Wire()}");
        next = null;
        world.Calls.Ended(this);
        execution.Cancel();
        lifetime.Cancel();
        ended.TrySetResult();
        if (!(neverDialled && status == CallStatus.Canceled))
        {
            Notify();
        }
    }

    /// <summary>Ends it as whichever ending fits how far it had come.</summary>
    public void HangUp() => End(Status == CallStatus.InProgress ? CallStatus.Completed
        : Direction == CallDirection.Inbound ? CallStatus.NoAnswer : CallStatus.Canceled);

    /// <summary>Drops what the leg is doing and does <paramref name="step"/> instead.</summary>
    public void Redirect(CallStep step)
    {
        next = step;
        execution.Cancel();
    }

    /// <summary>The step a redirect asked for, with a fresh execution for it.</summary>
    public CallStep? TakeRedirect()
    {
        var step = IsOver ? null : next;
        next = null;
        if (step is not null)
        {
            execution = new StopSignal();
        }

        return step;
    }

    private void Notify()
    {
        if (Callback is not { Url.Length: > 0 } callback || !callback.Wants(Status))
        {
            return;
        }

        var fields = VoiceFields.For(world, this);
        if (IsOver)
        {
            fields.Add("CallDuration", (int)Duration.TotalSeconds);
            fields.Add("Duration", (int)Math.Ceiling(Duration.TotalMinutes));
            if (!callback.IsNumber)
            {
                fields.Add("SipResponseCode", Status.SipCode());
            }

            AddRecording(fields);
        }

        fields.Add("CallbackSource", "call-progress-events");
        fields.Add("SequenceNumber", sequence++);
        fields.Add("Timestamp", world.Now());
        world.Courier.Post(new() { Url = callback.Url, Method = callback.Method, Fields = fields, Sid = Sid }, 15003);
    }

    private void AddRecording(FieldList fields)
    {
        if (RecordingSid is not null && world.Recordings.Find(RecordingSid) is { } recording)
        {
            fields.Add("RecordingSid", recording.Sid);
            fields.Add("RecordingUrl", recording.MediaUrl);
            fields.Add("RecordingDuration", (int)recording.Duration.TotalSeconds);
        }
    }
}
