using System.Buffers.Text;
using System.Security.Cryptography;
using Helpline.Core.Enquiries;

namespace Helpline.Web.Pages.Public.Ask;

/// <summary>What has been answered on the way to a question. A postcode is never part of it.</summary>
public sealed record AskState
{
    /// <summary>The same form sent twice makes one enquiry.</summary>
    public required string FormToken { get; init; }

    public string? Question { get; init; }

    public string? TopicId { get; init; }

    public string? TopicGroupId { get; init; }

    /// <summary>What happened on <see cref="HappenedOn"/>, by its id among the events of content/deadlines.yaml.</summary>
    public string? Happened { get; init; }

    /// <summary>A date that matters, a day in England.</summary>
    public DateOnly? HappenedOn { get; init; }

    public string? AgeBand { get; init; }

    public string? AuthorityCode { get; init; }

    public string? RegionCode { get; init; }

    /// <summary>The codes of the councils to choose from, where the place given lies in several.</summary>
    public IReadOnlyList<string> Councils { get; init; } = [];

    /// <summary>The nation the place lies in, where that is not England, or where its other side lies.</summary>
    public string? Nation { get; init; }

    public ReplyRoute? Reply { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? Adjustments { get; init; }

    /// <summary>What to confirm; set once the question is sent, when everything else is gone from here.</summary>
    public AskDone? Done { get; init; }

    /// <summary>Enough is known to send it.</summary>
    public bool IsComplete => Question is not null && Reply is not null && (Reply != ReplyRoute.Email || Email is not null);

    public static AskState New() => new() { FormToken = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18)) };
}

/// <summary>What the confirmation says.</summary>
/// <param name="Reference">What the enquirer calls the question.</param>
/// <param name="Pin">The PIN to come back with; null when the answer goes by email.</param>
/// <param name="ReplyBy">The day by which a reply is promised.</param>
/// <param name="Happened">What happened on the date that was given; null when none was.</param>
/// <param name="HappenedOn">That date.</param>
public sealed record AskDone(string Reference, string? Pin, DateOnly ReplyBy, string? Happened = null, DateOnly? HappenedOn = null);
