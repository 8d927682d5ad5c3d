namespace Helpline.Knowledge.Taxonomy;

/// <summary>A provision of an Act, of regulations or of guidance that we cite.</summary>
public sealed record Provision
{
    /// <summary>Stable id, for example <c>cfa2014-s36</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Act or instrument and what the provision is about.</summary>
    public required string Title { get; init; }

    /// <summary>The part cited, for example "section 36" or "whole document".</summary>
    public required string Section { get; init; }

    /// <summary>statute, regulations, regulation, rules, guidance, policy (not law) or historical (no longer in force).</summary>
    public required string Kind { get; init; }

    /// <summary>Where to read it, or null when no address is known.</summary>
    public required Uri? Url { get; init; }
}
