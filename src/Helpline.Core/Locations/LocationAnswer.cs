namespace Helpline.Core.Locations;

/// <summary>The authorities a postcode, name or telephone number points to. Holds what was asked and must not be stored or logged.</summary>
public sealed record LocationAnswer
{
    /// <summary>What was asked, as given.</summary>
    public required string Query { get; init; }

    /// <summary>How the answer was found.</summary>
    public required LocationKind Kind { get; init; }

    /// <summary>Chance, 0 to 1, that the first result is where the place lies; with no result, that <see cref="Nation"/> is right.</summary>
    public required double Confidence { get; init; }

    /// <summary>Authorities in England, best first. Empty when nothing was found or the place is outside England.</summary>
    public IReadOnlyList<LocationResult> Results { get; init; } = [];

    /// <summary>
    /// Wales, Scotland, Northern Ireland, Isle of Man or Channel Islands when that is where the place most likely lies, otherwise null.
    /// With results beside it, the code crosses the border and the results are the part in England.
    /// </summary>
    public string? Nation { get; init; }

    /// <summary>True when the answer should be confirmed with the enquirer before it is used.</summary>
    public required bool NeedsAsking { get; init; }

    /// <summary>What to know about the answer.</summary>
    public LocationNote Note { get; init; }

    /// <summary>True when the place is known to lie outside England altogether.</summary>
    public bool IsOutsideEngland => Nation is not null && Results.Count == 0;
}
