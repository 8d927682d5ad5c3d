namespace Helpline.Knowledge.Notices;

/// <summary>A warning that advisers see wherever its topics are searched, because the mistake it names harms families.</summary>
public sealed record Notice
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The warning in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The warning as HTML, safe to write into a page.</summary>
    public required string Html { get; init; }

    /// <summary>Ids of the topics it is shown on.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of the provisions it rests on.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>Ids of the time limits it is about.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }
}
