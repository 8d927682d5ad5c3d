namespace Helpline.Analytics.Messages;

/// <summary>
/// Contacts of one window that share a combination. A part that is null has been generalised away; not-known is a
/// value like any other.
/// </summary>
public sealed record ContactCell
{
    /// <summary>How the contacts arrived: voice, callback or enquiry. Never generalised.</summary>
    public required string Channel { get; init; }

    /// <summary>GSS code of the region; null stands for all of England.</summary>
    public string? RegionCode { get; init; }

    /// <summary>GSS code of the authority, only together with its region.</summary>
    public string? AuthorityCode { get; init; }

    /// <summary>Topic group; null stands for any.</summary>
    public string? TopicGroupId { get; init; }

    /// <summary>Topic, only together with its group.</summary>
    public string? TopicId { get; init; }

    /// <summary>Stage; null stands for any.</summary>
    public string? StageId { get; init; }

    /// <summary>Enquirer's role; null stands for any.</summary>
    public string? EnquirerRoleId { get; init; }

    /// <summary>Day of arrival, Europe/London; null stands for the whole week.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Hour of that day, 0 to 23, Europe/London; only together with the day.</summary>
    public int? Hour { get; init; }

    /// <summary>Contacts in the cell; never fewer than the window's k.</summary>
    public required int Count { get; init; }

    /// <summary>Answered, abandoned, short-abandoned, where enough contacts share each; empty when withheld.</summary>
    public IReadOnlyList<CodeCount> Kinds { get; init; } = [];

    /// <summary>Dispositions, in the same way.</summary>
    public IReadOnlyList<CodeCount> Outcomes { get; init; } = [];

    /// <summary>Wait bands, in the same way.</summary>
    public IReadOnlyList<CodeCount> Waits { get; init; } = [];

    /// <summary>Handling bands, in the same way.</summary>
    public IReadOnlyList<CodeCount> Handlings { get; init; } = [];
}
