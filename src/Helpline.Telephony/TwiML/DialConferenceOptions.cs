namespace Helpline.Telephony.TwiML;

/// <summary>Joining a room. Beeps are off, which is not Twilio's default.</summary>
internal sealed record DialConferenceOptions
{
    /// <summary>The room: letters, digits, hyphens and underscores, never anything personal.</summary>
    public required string Room { get; init; }

    /// <summary>Where the call goes on afterwards; without it the next verb runs.</summary>
    public string? Action { get; init; }

    /// <summary>The leg's name within the room, unique among those present.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the room starts when this leg enters.</summary>
    public bool StartOnEnter { get; init; } = true;

    /// <summary>Whether the room ends when this leg leaves.</summary>
    public bool EndOnExit { get; init; }

    /// <summary>Whether this leg is heard.</summary>
    public bool Muted { get; init; }

    /// <summary>Whether the others hear a beep.</summary>
    public bool Beep { get; init; }

    /// <summary>What this leg hears before the room starts; empty for silence, null for Twilio's music.</summary>
    public string? WaitUrl { get; init; }

    /// <summary>The call this leg alone can be heard by.</summary>
    public string? CoachCallSid { get; init; }

    /// <summary>Where the room is mixed, such as <c>ie1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>The most legs let in.</summary>
    public int? MaxParticipants { get; init; }

    /// <summary>Hangs the whole call up after so many seconds.</summary>
    public int? TimeLimit { get; init; }

    /// <summary>Where <see cref="Events"/> are posted. The first leg's setting stands for the whole conference.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>The events asked for when there is a <see cref="StatusCallback"/>.</summary>
    public IReadOnlyList<ConferenceEvent> Events { get; init; } = ConferenceEvents.Followed;
}
