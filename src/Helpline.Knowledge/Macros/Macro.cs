namespace Helpline.Knowledge.Macros;

/// <summary>A short passage that an adviser inserts into an answer.</summary>
public sealed record Macro
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Title { get; init; }

    /// <summary>The passage as HTML, safe to write into a page.</summary>
    public required string Html { get; init; }

    /// <summary>The passage as plain text, with its citations in words.</summary>
    public required string Text { get; init; }

    /// <summary>Ids of its topics.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of the provisions it rests on.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>Ids of the time limits it names.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }

    /// <summary>The day it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>The day by which it must be reviewed again.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>A hash of its text, so that an answer can say which was used.</summary>
    public required string Version { get; init; }
}
