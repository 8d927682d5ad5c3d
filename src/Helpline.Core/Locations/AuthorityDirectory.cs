using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Helpline.Core.Locations;

/// <summary>The authorities and regions of England, for names on pages, menus and charts. Immutable.</summary>
public sealed class AuthorityDirectory
{
    private readonly FrozenDictionary<string, Authority> byCode;
    private readonly FrozenDictionary<string, Region> regionByCode;

    internal AuthorityDirectory(IReadOnlyList<Authority> authorities, IReadOnlyList<Region> regions)
    {
        Authorities = authorities;
        Regions = regions;
        byCode = authorities.ToFrozenDictionary(a => a.Code, StringComparer.OrdinalIgnoreCase);
        regionByCode = regions.ToFrozenDictionary(r => r.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All authorities, ordered by code.</summary>
    public IReadOnlyList<Authority> Authorities { get; }

    /// <summary>All regions, ordered by their key on the telephone menu.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>The authority with this ONS code, or null.</summary>
    public Authority? ByCode(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>Finds the authority with this ONS code.</summary>
    public bool TryGet(string? code, [NotNullWhen(true)] out Authority? authority)
    {
        authority = ByCode(code);
        return authority is not null;
    }

    /// <summary>The region with this ONS code, or null.</summary>
    public Region? RegionByCode(string? code) => code is null ? null : regionByCode.GetValueOrDefault(code);

    /// <summary>The authorities of a region, ordered by name.</summary>
    public IReadOnlyList<Authority> InRegion(string regionCode) =>
        [.. Authorities.Where(a => string.Equals(a.RegionCode, regionCode, StringComparison.OrdinalIgnoreCase)).OrderBy(a => a.Name, StringComparer.Ordinal)];
}
