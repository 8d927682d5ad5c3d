namespace Helpline.Knowledge.Guides;

/// <summary>One step of a guide.</summary>
public sealed record GuideStep
{
    /// <summary>What to do, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How to do it. HTML, safe to write into a page.</summary>
    public required string Html { get; init; }

    /// <summary>What to tick off. HTML of each line, safe to write into a page.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>Ids of the time limits that run in this step.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }

    /// <summary>Slugs of articles that say more.</summary>
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>Slugs of guides that go on from here.</summary>
    public required IReadOnlyList<string> Guides { get; init; }

    /// <summary>Ids of letters to send.</summary>
    public required IReadOnlyList<string> Letters { get; init; }
}
