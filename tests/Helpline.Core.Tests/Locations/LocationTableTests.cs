using Helpline.Core.Locations;

namespace Helpline.Core.Tests.Locations;

/// <summary>Every row of the tables through the resolver.</summary>
public sealed class LocationTableTests
{
    // Short names of one authority that others carry too: they ask.
    private static readonly HashSet<string> SharedNames = ["Kingston", "Newcastle", "Richmond", "Southend", "Stockton"];

    [Fact]
    public void Resolve_EveryAuthorityNameShortNameAndAlias_IsItself()
    {
        var wrong = Places.Directory.Authorities
            .SelectMany(a => ((string[])[a.Name, a.ShortName, .. a.OtherNames, a.Code, a.DfeNumber]).Select(n => (a.Code, Said: n)))
            .Where(x => !SharedNames.Contains(x.Said))
            .Where(x => Places.Resolver.Resolve(x.Said) is not { NeedsAsking: false, Kind: LocationKind.Name, Results: [var only] } || only.Code != x.Code)
            .ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void Resolve_EveryDistrict_IsItsAuthority()
    {
        var rows = CsvTable.Read(Places.Content.Path("locations", "districts.csv"), "code", "name", "authority").Rows;

        var wrong = rows.Where(r => r["name"] != "Ashford")
            .Where(r => Places.Resolver.Resolve(r["name"]) is not { NeedsAsking: false, Results: [var only] } || only.Code != r["authority"]
                || (Places.Resolver.Resolve(r["code"]) is not { Kind: LocationKind.District, Results: [var byCode] }) || byCode.Code != r["authority"])
            .Select(r => r["name"]).ToList();

        Assert.Equal(208, rows.Count);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Resolve_EveryAmbiguousName_AsksWithItsCandidatesLikeliestFirst()
    {
        var rows = CsvTable.Read(Places.Content.Path("locations", "ambiguous-names.csv"), "name", "likeliest", "candidates").Rows;

        foreach (var row in rows)
        {
            var answer = Places.Resolver.Resolve(row["name"]);
            string[] candidates = row["candidates"].StartsWith("region:", StringComparison.Ordinal)
                ? [.. Places.Directory.InRegion(row["candidates"][7..]).Select(a => a.Code)]
                : row["candidates"].Split(' ');
            Assert.True(answer.NeedsAsking, row["name"]);
            Assert.Equal(LocationNote.Ambiguous, answer.Note);
            Assert.Equal(candidates.Order(), answer.Results.Select(r => r.Code).Order());
            Assert.True(row["likeliest"].Length == 0 || answer.Results[0].Code == row["likeliest"], row["name"]);
        }
    }

    [Fact]
    public void Resolve_EveryFormerAuthority_IsItsSuccessors()
    {
        var rows = CsvTable.Read(Places.Content.Path("locations", "former-authorities.csv"), "code", "name", "successors").Rows;

        foreach (var row in rows)
        {
            var answer = Places.Resolver.Resolve(row["code"]);
            Assert.Equal(LocationKind.Former, answer.Kind);
            Assert.Equal(row["successors"].Split(' '), answer.Results.Select(r => r.Code));
            Assert.Equal(answer.Results.Count > 1, answer.NeedsAsking);
            Assert.NotEqual(LocationKind.None, Places.Resolver.Resolve(row["name"]).Kind);
        }
    }

    [Fact]
    public void Resolve_EveryOutwardCode_IsItsBestAreaAndAsksWhenItStraddles()
    {
        var rows = CsvTable.Read(Places.Content.Path("locations", "outward-codes.csv"), "outward", "status", "shares").Rows;

        foreach (var row in rows.Where(r => r["status"] == "current"))
        {
            var answer = Places.Resolver.Resolve(row["outward"]);
            var best = row["shares"].Split(' ')[0].Split(':');
            var share = int.Parse(best[1], System.Globalization.CultureInfo.InvariantCulture) / 1000.0;
            Assert.Equal(LocationKind.Outward, answer.Kind);
            Assert.Equal(share < 0.75, answer.NeedsAsking);
            Assert.Equal(best[0][0] != 'E', answer.Nation is not null);
            Assert.True(answer.Nation is not null || answer.Results[0].Code == best[0], row["outward"]);
        }
    }

    [Fact]
    public void Resolve_EveryException_IsItsArea()
    {
        var rows = CsvTable.Read(Places.Content.Path("locations", "postcode-exceptions.csv"), "outward", "area", "units").Rows;
        var wrong = 0;
        var checkedPostcodes = 0;
        foreach (var row in rows)
        {
            foreach (var unit in row["units"].Split(' '))
            {
                var answer = Places.Resolver.Resolve($"{row["outward"]} {unit}");
                checkedPostcodes++;
                wrong += answer.Nation is not null ? (row["area"][0] == 'E' ? 1 : 0) : answer.Results is [var only] && only.Code == row["area"] ? 0 : 1;
            }
        }

        Assert.Equal(63_624, checkedPostcodes);
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Directory_RealTables_HoldAllAuthoritiesOnTheirOwnCells()
    {
        var authorities = Places.Directory.Authorities;

        Assert.Equal(153, authorities.Count);
        Assert.Equal(153, authorities.Select(a => (a.HexQ, a.HexR)).Distinct().Count());
        Assert.Equal([12, 24, 15, 10, 14, 11, 33, 19, 15], Places.Directory.Regions.Select(r => Places.Directory.InRegion(r.Code).Count));
        Assert.Equal(
            [(AuthorityType.Unitary, 63), (AuthorityType.Metropolitan, 36), (AuthorityType.LondonBorough, 32), (AuthorityType.CityCorporation, 1), (AuthorityType.County, 21)],
            authorities.GroupBy(a => a.Type).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        Assert.Equal("Leeds", Places.Directory.ByCode("e08000035")?.Name);
        Assert.Null(Places.Directory.ByCode("E99999999"));
    }

    [Fact]
    public void ComingChanges_RealTables_AreNotUsedYet()
    {
        Assert.Equal(new DateOnly(2027, 4, 1), Places.Tables.FirstComingChange);
        Assert.Equal("Surrey", Places.Resolver.Resolve("GU1").Results[0].Name);
        Assert.DoesNotContain(Places.Directory.Authorities, a => a.Name == "West Surrey");
    }
}
