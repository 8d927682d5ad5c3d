namespace Helpline.Knowledge.Training;

/// <summary>What advisers are trained in; it must be looked at again when what it teaches changes.</summary>
public sealed record TrainingModule
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Ids of its topics.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of the provisions it teaches.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>Slugs of the articles it works with.</summary>
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>The day it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>The day by which it must be reviewed again.</summary>
    public required DateOnly ReviewBy { get; init; }
}
