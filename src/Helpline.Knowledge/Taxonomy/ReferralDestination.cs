namespace Helpline.Knowledge.Taxonomy;

/// <summary>An organisation we send people to for what we cannot give.</summary>
public sealed record ReferralDestination
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What to send people there for.</summary>
    public required string UseFor { get; init; }

    /// <summary>Its website, or null when there is no single one.</summary>
    public required Uri? Url { get; init; }

    /// <summary>Its telephone number, present only when seen in a published source.</summary>
    public required string? Phone { get; init; }
}
