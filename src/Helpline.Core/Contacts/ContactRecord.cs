namespace Helpline.Core.Contacts;

/// <summary>The contact form: what the adviser writes down. Codes are ids of the taxonomy; all may be null.</summary>
public sealed record ContactRecord
{
    /// <summary>The topic.</summary>
    public string? TopicId { get; init; }

    /// <summary>The topic's group.</summary>
    public string? TopicGroupId { get; init; }

    /// <summary>The authority where the child lives (GSS code).</summary>
    public string? AuthorityCode { get; init; }

    /// <summary>The region (GSS code).</summary>
    public string? RegionCode { get; init; }

    /// <summary>The stage of the process.</summary>
    public string? StageId { get; init; }

    /// <summary>The enquirer's role.</summary>
    public string? EnquirerRoleId { get; init; }

    /// <summary>The child's age band.</summary>
    public string? AgeBand { get; init; }

    /// <summary>The enquirer's name, if given.</summary>
    public string? EnquirerName { get; init; }

    /// <summary>Free notes; kept encrypted.</summary>
    public string? Notes { get; init; }

    /// <summary>The outcome.</summary>
    public string? DispositionCode { get; init; }

    /// <summary>Whether the outcome says that there was no enquiry.</summary>
    public bool IsNonData { get; init; }

    /// <summary>Where the enquirer was referred to.</summary>
    public IReadOnlyList<string> ReferralCodes { get; init; } = [];
}
