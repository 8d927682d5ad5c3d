namespace Helpline.Core.Locations;

/// <summary>What a name or code stands for: one area, or several of which the first is the likeliest.</summary>
internal sealed record NamedPlace(LocationKind Kind, IReadOnlyList<byte> Areas, bool IsAmbiguous)
{
    public bool SameAreas(NamedPlace other) => Areas.SequenceEqual(other.Areas);

    /// <summary>Both places as candidates, this one's first.</summary>
    public NamedPlace Or(NamedPlace other) => new(Kind, [.. Areas.Union(other.Areas)], true);
}
