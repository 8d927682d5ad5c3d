namespace Helpline.Core.Locations;

/// <summary>Fills the index of names. The order is the rule: a name several authorities carry asks, even where one of them uses it as its short name.</summary>
internal static class NameTables
{
    public static NameIndex Build(string folder, AreaTable areas, CsvTable districts)
    {
        var index = new NameIndex();
        var former = CsvTable.Read(Path.Combine(folder, "former-authorities.csv"), "code", "dfe_number", "name", "ended", "successors");
        var ambiguous = CsvTable.Read(Path.Combine(folder, "ambiguous-names.csv"), "name", "likeliest", "candidates");
        AddAmbiguous(index, areas, ambiguous, [.. former.Rows.Select(r => r["name"])]);
        foreach (var authority in areas.Directory.Authorities)
        {
            var place = new NamedPlace(LocationKind.Name, [areas.Number(authority)], false);
            index.AddCode(authority.Code, place);
            index.AddCode(authority.DfeNumber, place);
            foreach (var name in (string[])[authority.Name, authority.ShortName, .. authority.OtherNames])
            {
                index.AddName(name, place);
            }
        }

        foreach (var row in districts.Rows)
        {
            var place = new NamedPlace(LocationKind.District, [areas.Number(row.Required("authority"), row)], false);
            index.AddCode(row.Required("code"), place);
            index.AddName(row.Required("name"), place);
        }

        AddFormer(index, areas, former);
        foreach (var region in areas.Directory.Regions)
        {
            var place = InRegion(areas, region.Code);
            index.AddName(region.Name, place);
            index.AddCode(region.Code, place);
        }

        foreach (var row in CsvTable.Read(Path.Combine(folder, "places-outside-england.csv"), "name", "nation").Rows)
        {
            index.AddName(row.Required("name"), new NamedPlace(LocationKind.Name, [areas.Number(row.Required("nation"), row)], false));
        }

        return index;
    }

    private static void AddAmbiguous(NameIndex index, AreaTable areas, CsvTable rows, HashSet<string> former)
    {
        foreach (var row in rows.Rows)
        {
            var candidates = row.Required("candidates");
            var kind = former.Contains(row.Required("name")) ? LocationKind.Former : LocationKind.Name;
            var place = candidates.StartsWith("region:", StringComparison.Ordinal)
                ? InRegion(areas, candidates["region:".Length..])
                : new NamedPlace(kind, [.. candidates.Split(' ').Select(c => areas.Number(c, row))], true);
            if (row["likeliest"] is { Length: > 0 } likeliest)
            {
                var first = areas.Number(likeliest, row);
                place = place with { Areas = [first, .. place.Areas.Where(a => a != first)] };
            }

            if (place.Areas.Count < 2)
            {
                throw row.Wrong("an ambiguous name needs two candidates");
            }

            index.AddName(row["name"], place);
        }
    }

    private static void AddFormer(NameIndex index, AreaTable areas, CsvTable rows)
    {
        foreach (var row in rows.Rows)
        {
            row.Date("ended");
            var successors = row.Required("successors").Split(' ').Select(c => areas.Number(c, row)).ToList();
            var place = new NamedPlace(LocationKind.Former, successors, successors.Count > 1);
            index.AddCode(row.Required("code"), place);
            index.AddCode(row["dfe_number"], place);
            index.AddName(row.Required("name"), place);
        }
    }

    private static NamedPlace InRegion(AreaTable areas, string region) =>
        new(LocationKind.Name, [.. areas.Directory.InRegion(region).Select(areas.Number)], true);
}
