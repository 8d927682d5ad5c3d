namespace Helpline.Core.Locations;

/// <summary>An upper-tier local authority in England, which carries the duties to children with special educational needs.</summary>
public sealed record Authority
{
    /// <summary>ONS code, for example E06000001.</summary>
    public required string Code { get; init; }

    /// <summary>The Department for Education's three-digit number.</summary>
    public required string DfeNumber { get; init; }

    /// <summary>Official name.</summary>
    public required string Name { get; init; }

    /// <summary>Label for charts and narrow columns.</summary>
    public required string ShortName { get; init; }

    /// <summary>Kind of authority.</summary>
    public required AuthorityType Type { get; init; }

    /// <summary>Name of its region.</summary>
    public required string Region { get; init; }

    /// <summary>ONS code of its region.</summary>
    public required string RegionCode { get; init; }

    /// <summary>Other names people use, official forms first.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }

    /// <summary>Column of its cell on the hex map; odd rows are shifted half a cell to the right.</summary>
    public required int HexQ { get; init; }

    /// <summary>Row of its cell on the hex map, growing northwards.</summary>
    public required int HexR { get; init; }
}
