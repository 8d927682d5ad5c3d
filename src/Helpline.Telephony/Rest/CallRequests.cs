namespace Helpline.Telephony.Rest;

/// <summary>A new leg. Exactly one of <see cref="Url"/> and <see cref="Twiml"/> says what it does once answered.</summary>
internal sealed record CreateCall
{
    /// <summary>Who is rung.</summary>
    public required string To { get; init; }

    /// <summary>The number presented.</summary>
    public required string From { get; init; }

    /// <summary>Asked for a document on answer.</summary>
    public string? Url { get; init; }

    /// <summary>Or the document itself, at most 4000 characters, with absolute URLs.</summary>
    public string? Twiml { get; init; }

    /// <summary>Asked when <see cref="Url"/> fails.</summary>
    public string? FallbackUrl { get; init; }

    /// <summary>Told how the leg goes.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>What it is told, when there is a <see cref="StatusCallback"/>.</summary>
    public IReadOnlyList<CallProgressEvent> Events { get; init; } = CallProgressEvents.All;

    /// <summary>Seconds it may ring; Twilio adds five.</summary>
    public int? Timeout { get; init; }

    /// <summary>Seconds it may last.</summary>
    public int? TimeLimit { get; init; }

    /// <summary><c>Enable</c> or <c>DetectMessageEnd</c> tells machines from people.</summary>
    public string? MachineDetection { get; init; }

    /// <summary>The fields to post.</summary>
    internal FormFields Fields()
    {
        if (Url is null == Twiml is null)
        {
            throw new ArgumentException("A call takes exactly one of Url and Twiml.");
        }

        var fields = new FormFields().Add("To", To).Add("From", From).Add("Url", Url).Add("Method", Url is null ? null : "POST")
            .Add("Twiml", Twiml).Add("FallbackUrl", FallbackUrl).Add("FallbackMethod", FallbackUrl is null ? null : "POST")
            .Add("Timeout", Timeout).Add("TimeLimit", TimeLimit).Add("MachineDetection", MachineDetection);
        return StatusCallback is null
            ? fields
            : fields.Add("StatusCallback", StatusCallback).Add("StatusCallbackMethod", "POST")
                .AddEach("StatusCallbackEvent", Events.Select(CallProgressEvents.Name));
    }
}

/// <summary>A change to a leg that is not over: another document, or its end.</summary>
internal sealed record UpdateCall
{
    /// <summary>Goes on with the document this answers.</summary>
    public string? Url { get; init; }

    /// <summary>Goes on with this document.</summary>
    public string? Twiml { get; init; }

    /// <summary>Ends it: <see cref="CallStatus.Completed"/>, or <see cref="CallStatus.Canceled"/> if it still rings.</summary>
    public CallStatus? End { get; init; }

    /// <summary>The fields to post.</summary>
    internal FormFields Fields()
    {
        if (new object?[] { Url, Twiml, End }.Count(given => given is not null) != 1)
        {
            throw new ArgumentException("An update takes exactly one of Url, Twiml and End.");
        }

        return new FormFields().Add("Url", Url).Add("Method", Url is null ? null : "POST").Add("Twiml", Twiml)
            .Add("Status", End is { } end ? EndName(end) : null);
    }

    private static string EndName(CallStatus end) => end switch
    {
        CallStatus.Completed => "completed",
        CallStatus.Canceled => "canceled",
        CallStatus.Unknown or CallStatus.Queued or CallStatus.Initiated or CallStatus.Ringing or CallStatus.InProgress
            or CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer =>
            throw new ArgumentException("A call is ended as Completed or Canceled."),
    };
}
