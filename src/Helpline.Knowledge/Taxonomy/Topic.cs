namespace Helpline.Knowledge.Taxonomy;

/// <summary>A subject of special educational needs, shared by contacts, articles and figures.</summary>
public sealed record Topic
{
    /// <summary>Stable id, never used again for something else.</summary>
    public required string Id { get; init; }

    /// <summary>What people read.</summary>
    public required string Label { get; init; }

    /// <summary>Id of its group.</summary>
    public required string Group { get; init; }

    /// <summary>Ids of the provisions that govern it.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>Words families use for it.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>Ids of time limits that may be running; empty when there is none.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }

    /// <summary>What makes it urgent, in a few words; null when nothing does.</summary>
    public required string? Urgency { get; init; }

    /// <summary>Whether a legally trained adviser is needed.</summary>
    public required LegalAdviserNeed LegalAdviser { get; init; }

    /// <summary>When the legally trained adviser is needed; null when there is nothing to add.</summary>
    public required string? LegalAdviserNote { get; init; }
}
