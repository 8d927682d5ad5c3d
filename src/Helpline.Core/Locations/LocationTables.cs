namespace Helpline.Core.Locations;

/// <summary>All tables of <c>content/locations</c>, read once. The first malformed line ends the reading with its file and number.</summary>
internal sealed class LocationTables
{
    private LocationTables(string folder)
    {
        var regions = CsvTable.Read(Path.Combine(folder, "regions.csv"), "key", "code", "name", "spoken").Rows
            .Select(r => new Region(r.Number("key", 1, 9), r.Required("code"), r.Required("name"), r.Required("spoken")))
            .OrderBy(r => r.Key).ToList();
        Directory = new AuthorityDirectory(Authorities(folder, regions), regions);
        Areas = new AreaTable(Directory, CsvTable.Read(Path.Combine(folder, "nations.csv"), "code", "name"));
        Postcodes = new PostcodeIndex(
            Areas,
            CsvTable.Read(Path.Combine(folder, "outward-codes.csv"), "outward", "status", "shares"),
            CsvTable.Read(Path.Combine(folder, "sectors.csv"), "sector", "shares"),
            CsvTable.Read(Path.Combine(folder, "postcode-exceptions.csv"), "outward", "area", "units"));
        AreaCodes = new AreaCodeIndex(Areas, CsvTable.Read(Path.Combine(folder, "area-codes.csv"), "prefix", "region", "shares"));
        var districts = CsvTable.Read(Path.Combine(folder, "districts.csv"), "code", "name", "authority");
        Names = NameTables.Build(folder, Areas, districts);
        DistrictNames = [.. districts.Rows.Select(r => r["name"]).Distinct(StringComparer.Ordinal)];
        var coming = Path.Combine(folder, "coming-changes.csv");
        FirstComingChange = File.Exists(coming)
            ? CsvTable.Read(coming, "from", "outward", "authority", "permille").Rows.Select(Change).Min()
            : null;
    }

    public AuthorityDirectory Directory { get; }

    public AreaTable Areas { get; }

    public PostcodeIndex Postcodes { get; }

    public AreaCodeIndex AreaCodes { get; }

    public NameIndex Names { get; }

    public IReadOnlyList<string> DistrictNames { get; }

    /// <summary>Day in England on which the first change that is known but not yet in the tables takes effect; null without one.</summary>
    public DateOnly? FirstComingChange { get; }

    public static LocationTables Load(string folder) => new(folder);

    private static DateOnly Change(CsvTable.CsvRow row)
    {
        row.Required("outward");
        row.Required("authority");
        row.Number("permille", 1, 1000);
        return row.Date("from");
    }

    private static List<Authority> Authorities(string folder, List<Region> regions)
    {
        var rows = CsvTable.Read(
            Path.Combine(folder, "authorities.csv"),
            "code", "dfe_number", "name", "short_name", "type", "region", "other_names", "hex_q", "hex_r").Rows;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. rows.Select(row =>
        {
            var region = regions.FirstOrDefault(r => r.Code == row["region"]) ?? throw row.Wrong($"'{row["region"]}' is not a region");
            return !seen.Add(row.Required("code")) ? throw row.Wrong("the authority is listed twice") : new Authority
            {
                Code = row["code"],
                DfeNumber = row.Required("dfe_number"),
                Name = row.Required("name"),
                ShortName = row.Required("short_name"),
                Type = Type(row),
                Region = region.Name,
                RegionCode = region.Code,
                OtherNames = row["other_names"].Split('|', StringSplitOptions.RemoveEmptyEntries),
                HexQ = row.Number("hex_q", 0, 100),
                HexR = row.Number("hex_r", 0, 100),
            };
        }).OrderBy(a => a.Code, StringComparer.Ordinal)];
    }

    private static AuthorityType Type(CsvTable.CsvRow row) => row["type"] switch
    {
        "unitary" => AuthorityType.Unitary,
        "metropolitan" => AuthorityType.Metropolitan,
        "london-borough" => AuthorityType.LondonBorough,
        "city-corporation" => AuthorityType.CityCorporation,
        "county" => AuthorityType.County,
        var other => throw row.Wrong($"'{other}' is not a type of authority"),
    };
}
