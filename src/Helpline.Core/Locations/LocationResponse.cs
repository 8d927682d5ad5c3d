namespace Helpline.Core.Locations;

/// <summary>What the public interface answers about a place.</summary>
/// <param name="Query">What was asked, as given.</param>
/// <param name="Kind">postcode, outward, name, district, former, std or none.</param>
/// <param name="Confidence">Chance, 0 to 1, that the first result is right.</param>
/// <param name="Results">Authorities in England, best first.</param>
/// <param name="Nation">The nation when the place lies outside England, otherwise null.</param>
public sealed record LocationResponse(string Query, string Kind, double Confidence, IReadOnlyList<LocationResponseResult> Results, string? Nation)
{
    internal static LocationResponse From(LocationAnswer answer) => new(
        answer.Query,
        answer.Kind switch
        {
            LocationKind.None => "none",
            LocationKind.Postcode => "postcode",
            LocationKind.Outward => "outward",
            LocationKind.Name => "name",
            LocationKind.District => "district",
            LocationKind.Former => "former",
            LocationKind.Std => "std",
        },
        answer.Confidence,
        [.. answer.Results.Select(r => new LocationResponseResult(r.Code, r.Name, r.Region, r.Share))],
        answer.Nation);
}

/// <summary>One authority of the answer.</summary>
/// <param name="Code">ONS code.</param>
/// <param name="Name">Official name.</param>
/// <param name="Region">Name of its region.</param>
/// <param name="Share">Estimated share of residents, 0 to 1.</param>
public sealed record LocationResponseResult(string Code, string Name, string Region, double Share);
