namespace Helpline.Knowledge.Taxonomy;

/// <summary>A provision of an Act, of regulations or of guidance, or a judgment, that we cite.</summary>
public sealed record Provision
{
    /// <summary>Stable id, for example <c>cfa2014-s36</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Act or instrument and what the provision is about; of a case, its name and what it decided.</summary>
    public required string Title { get; init; }

    /// <summary>The part cited, for example "section 36" or "whole document"; of a case, its citation.</summary>
    public required string Section { get; init; }

    /// <summary>statute, regulations, regulation, rules, guidance, policy (not law), case or historical (no longer in force).</summary>
    public required string Kind { get; init; }

    /// <summary>Where to read it, or null when no address is known.</summary>
    public required Uri? Url { get; init; }

    /// <summary>The first day on which it is law; null when that is not recorded.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it is law; null while none is known.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether its citation was read in a source.</summary>
    public ProvisionConfidence Confidence { get; init; }

    /// <summary>The day on which it was checked that this is the law.</summary>
    public required DateOnly LawAsAt { get; init; }

    /// <summary>The day its entry was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>The day by which its entry must be reviewed again.</summary>
    public required DateOnly ReviewBy { get; init; }
}
