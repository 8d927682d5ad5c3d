namespace Helpline.Analytics.Figures;

/// <summary>
/// Contacts that share a combination. Each part is as detailed as could be published: a code, or any (for the place:
/// england).
/// </summary>
public sealed record CombinationFigure
{
    /// <summary>GSS code of an authority or region, not-known, or england.</summary>
    public required string Place { get; init; }

    /// <summary>A topic, a topic group, not-known, or any.</summary>
    public required string Topic { get; init; }

    /// <summary>A stage, not-known, or any.</summary>
    public required string Stage { get; init; }

    /// <summary>A role, not-known, or any.</summary>
    public required string Role { get; init; }

    /// <summary>voice, callback or enquiry.</summary>
    public required string Channel { get; init; }

    /// <summary>Contacts, over the weeks asked for.</summary>
    public required int Count { get; init; }
}
