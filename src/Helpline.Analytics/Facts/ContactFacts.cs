namespace Helpline.Analytics.Facts;

/// <summary>
/// What is known of one closed contact, as codes only: no identifier, no free text, nothing finer than an authority or
/// an hour. Every property refuses what is not a code, so an instance that exists is one that may be held.
/// </summary>
public sealed record ContactFacts
{
    /// <summary>The version this code writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the record's shape.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>How the contact arrived.</summary>
    public required ContactChannel Channel { get; init; }

    /// <summary>Whether it was answered.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>
    /// The hour of arrival, UTC. Anything finer is cut off here; the day and week are decided in Europe/London.
    /// </summary>
    public required DateTime ArrivedAt { get; init => field = CoarseTime.HourOf(value); }

    /// <summary>Topics, the main one first; empty when none was recorded.</summary>
    public IReadOnlyList<string> TopicIds { get; init => field = Codes.RequireAll(value, nameof(TopicIds)); } = [];

    /// <summary>The group of each topic, in the same order and number as <see cref="TopicIds"/>.</summary>
    public IReadOnlyList<string> TopicGroupIds { get; init => field = Codes.RequireAll(value, nameof(TopicGroupIds)); } = [];

    /// <summary>GSS code of the local authority; null when not known.</summary>
    public string? AuthorityCode { get; init => field = Codes.RequireAreaOrNull(value, nameof(AuthorityCode)); }

    /// <summary>GSS code of the region; null when not known. An authority without its region is refused on receipt.</summary>
    public string? RegionCode { get; init => field = Codes.RequireAreaOrNull(value, nameof(RegionCode)); }

    /// <summary>Stage in the process, from the taxonomy.</summary>
    public string? StageId { get; init => field = Codes.RequireOrNull(value, nameof(StageId)); }

    /// <summary>Who got in touch, from the taxonomy's roles.</summary>
    public string? EnquirerRoleId { get; init => field = Codes.RequireOrNull(value, nameof(EnquirerRoleId)); }

    /// <summary>The wait as a band: see <see cref="Bands.Wait"/>.</summary>
    public required WaitBand WaitBand { get; init; }

    /// <summary>The handling time as a band: see <see cref="Bands.Handling"/>.</summary>
    public required HandlingBand HandlingBand { get; init; }

    /// <summary>The disposition; null when there was none.</summary>
    public string? OutcomeCode { get; init => field = Codes.RequireOrNull(value, nameof(OutcomeCode)); }

    /// <summary>Where the enquirer was referred, if anywhere.</summary>
    public IReadOnlyList<string> ReferralCodes { get; init => field = Codes.RequireAll(value, nameof(ReferralCodes)); } = [];

    /// <summary>
    /// Survey answers already given when the contact closed. Later answers come as <see cref="SatisfactionFacts"/>;
    /// an answer is sent by one road only.
    /// </summary>
    public SatisfactionScores? SatisfactionScores { get; init; }

    /// <summary>Checks what single properties cannot: lists that belong together, named enum values, a known version.</summary>
    /// <exception cref="ArgumentException">The record contradicts itself.</exception>
    public void Validate()
    {
        var consistent = Version == CurrentVersion
            && TopicIds.Count == TopicGroupIds.Count
            && (AuthorityCode is null || RegionCode is not null)
            && Enum.IsDefined(Channel) && Enum.IsDefined(Kind)
            && Enum.IsDefined(WaitBand) && Enum.IsDefined(HandlingBand);
        if (!consistent)
        {
            throw new ArgumentException("These contact facts contradict themselves or are of another version.");
        }
    }
}
