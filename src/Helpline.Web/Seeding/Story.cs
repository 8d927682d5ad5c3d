namespace Helpline.Web.Seeding;

/// <summary>How somebody turns to us.</summary>
internal enum Road
{
    /// <summary>A call while we are open.</summary>
    Call,

    /// <summary>A message left while we are closed.</summary>
    Message,

    /// <summary>A question in writing.</summary>
    Enquiry,
}

/// <summary>One invented contact: what will be said and done. Nobody in it exists.</summary>
internal sealed record Story
{
    public required DateTime At { get; init; }

    public required Road Road { get; init; }

    public required string TopicId { get; init; }

    public required string GroupId { get; init; }

    public required string TopicLabel { get; init; }

    public string? AuthorityCode { get; init; }

    public string? RegionCode { get; init; }

    public string? StageId { get; init; }

    public required string RoleId { get; init; }

    public string? AgeBand { get; init; }

    /// <summary>A name, where one is given.</summary>
    public string? Name { get; init; }

    /// <summary>From the numbers Ofcom keeps for drama; null when withheld.</summary>
    public string? Number { get; init; }

    /// <summary>An address at example.org.</summary>
    public required string Email { get; init; }

    public required string OutcomeId { get; init; }

    public string? Referral { get; init; }

    /// <summary>Whether the caller says by keypad what it is about.</summary>
    public required bool NamesTopic { get; init; }

    /// <summary>Whether the caller says by keypad where they live.</summary>
    public required bool NamesPlace { get; init; }

    public required TimeSpan Greeting { get; init; }

    /// <summary>How long the caller waits before giving up.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>Talking, or writing the answer.</summary>
    public required TimeSpan Work { get; init; }

    public required TimeSpan WrapUp { get; init; }

    public required bool CallerHangsUp { get; init; }

    public int? Helped { get; init; }

    public int? NextStepClear { get; init; }

    /// <summary>After which time an enquirer rates a written answer.</summary>
    public required TimeSpan RatesAfter { get; init; }
}
