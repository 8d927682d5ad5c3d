using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Rest;

/// <summary>A new leg straight into a room. Beeps are off, which is not Twilio's default.</summary>
internal sealed record CreateParticipant
{
    /// <summary>Who is rung, such as <c>client:adv_17?offer=…</c>.</summary>
    public required string To { get; init; }

    /// <summary>The number presented.</summary>
    public required string From { get; init; }

    /// <summary>The leg's name; a second live leg of that name is refused with <see cref="TwilioErrorCodes.LabelInUse"/>.</summary>
    public required string Label { get; init; }

    /// <summary>Seconds it may ring; Twilio adds five.</summary>
    public int? Timeout { get; init; }

    /// <summary>Whether ringing and network announcements are heard in the room.</summary>
    public bool EarlyMedia { get; init; }

    /// <summary>Whether the others hear a beep.</summary>
    public bool Beep { get; init; }

    /// <summary>Whether this leg is heard.</summary>
    public bool? Muted { get; init; }

    /// <summary>Whether the room starts when it enters.</summary>
    public bool StartConferenceOnEnter { get; init; } = true;

    /// <summary>Whether the room ends when it leaves.</summary>
    public bool EndConferenceOnExit { get; init; }

    /// <summary>What it hears before the room starts.</summary>
    public string? WaitUrl { get; init; }

    /// <summary>The one leg that hears it.</summary>
    public string? CallSidToCoach { get; init; }

    /// <summary>Where the room is mixed.</summary>
    public string? Region { get; init; }

    /// <summary>Told how the leg goes.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>Told how the conference goes; the first leg's setting stands.</summary>
    public string? ConferenceStatusCallback { get; init; }

    /// <summary>What <see cref="ConferenceStatusCallback"/> is told.</summary>
    public IReadOnlyList<ConferenceEvent> ConferenceEvents { get; init; } = TwiML.ConferenceEvents.Followed;

    /// <summary>The fields to post.</summary>
    internal FormFields Fields()
    {
        var fields = new FormFields().Add("To", To).Add("From", From).Add("Label", Label).Add("Timeout", Timeout)
            .Add("EarlyMedia", EarlyMedia).Add("Beep", Beep ? "true" : "false").Add("Muted", Muted)
            .Add("StartConferenceOnEnter", StartConferenceOnEnter).Add("EndConferenceOnExit", EndConferenceOnExit)
            .Add("WaitUrl", WaitUrl).Add("WaitMethod", string.IsNullOrEmpty(WaitUrl) ? null : "POST").Add("Region", Region)
            .Add("Coaching", CallSidToCoach is null ? null : true).Add("CallSidToCoach", CallSidToCoach);
        if (StatusCallback is not null)
        {
            fields.Add("StatusCallback", StatusCallback).Add("StatusCallbackMethod", "POST")
                .AddEach("StatusCallbackEvent", CallProgressEvents.All.Select(CallProgressEvents.Name));
        }

        return ConferenceStatusCallback is null
            ? fields
            : fields.Add("ConferenceStatusCallback", ConferenceStatusCallback).Add("ConferenceStatusCallbackMethod", "POST")
                .AddEach("ConferenceStatusCallbackEvent", ConferenceEvents.Select(TwiML.ConferenceEvents.Name));
    }
}

/// <summary>A change to a leg in a room. What is null stays as it is.</summary>
internal sealed record UpdateParticipant
{
    /// <summary>Holds it, or takes it off hold.</summary>
    public bool? Hold { get; init; }

    /// <summary>What it hears on hold: a <see cref="ConferenceWaitDocument"/>.</summary>
    public string? HoldUrl { get; init; }

    /// <summary>Silences it, or lets it speak.</summary>
    public bool? Muted { get; init; }

    /// <summary>Played to it alone.</summary>
    public string? AnnounceUrl { get; init; }

    /// <summary>Whether the room ends when it leaves.</summary>
    public bool? EndConferenceOnExit { get; init; }

    /// <summary>True with <see cref="CallSidToCoach"/> whispers, false speaks to all.</summary>
    public bool? Coaching { get; init; }

    /// <summary>The one leg that hears it.</summary>
    public string? CallSidToCoach { get; init; }

    /// <summary>The fields to post. Without a method hold documents would be fetched by GET.</summary>
    internal FormFields Fields() => new FormFields().Add("Hold", Hold).Add("HoldUrl", HoldUrl)
        .Add("HoldMethod", HoldUrl is null ? null : "POST").Add("Muted", Muted).Add("AnnounceUrl", AnnounceUrl)
        .Add("AnnounceMethod", AnnounceUrl is null ? null : "POST").Add("EndConferenceOnExit", EndConferenceOnExit)
        .Add("Coaching", Coaching).Add("CallSidToCoach", CallSidToCoach);
}
