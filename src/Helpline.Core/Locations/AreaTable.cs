using System.Globalization;

namespace Helpline.Core.Locations;

/// <summary>Authorities and nations under one small number, so that the large tables keep a byte for each.</summary>
internal sealed class AreaTable
{
    private readonly Dictionary<string, byte> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Authority?> authorities = [];
    private readonly List<string?> nations = [];

    public AreaTable(AuthorityDirectory directory, CsvTable nationRows)
    {
        Directory = directory;
        foreach (var authority in directory.Authorities)
        {
            Add(authority.Code, authority, null);
        }

        foreach (var row in nationRows.Rows)
        {
            Add(row.Required("code"), null, row.Required("name"));
        }
    }

    public AuthorityDirectory Directory { get; }

    public Authority? Authority(byte area) => authorities[area];

    public string? Nation(byte area) => nations[area];

    public byte Number(string code, CsvTable.CsvRow row) =>
        numbers.TryGetValue(code, out var number) ? number : throw row.Wrong($"'{code}' is not a known authority or nation");

    public byte Number(Authority authority) => numbers[authority.Code];

    /// <summary>Reads <c>E06000001:976 E08000026:24</c>, which must add to <paramref name="total"/> or, without one, to at most 1010.</summary>
    public Fit[] Shares(CsvTable.CsvRow row, int? total)
    {
        var fits = row["shares"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            return colon > 0 && ushort.TryParse(part.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var share)
                ? new Fit(Number(part[..colon], row), share)
                : throw row.Wrong($"'{part}' is not an area and a share per thousand");
        }).ToArray();
        var sum = fits.Sum(f => f.PerMille);
        if (fits.Length > 0 && (sum > 1010 || (total is { } expected && sum != expected)))
        {
            throw row.Wrong($"the shares add to {sum} instead of 1000");
        }

        Array.Sort(fits, (a, b) => b.PerMille.CompareTo(a.PerMille));
        return fits;
    }

    private void Add(string code, Authority? authority, string? nation)
    {
        numbers.Add(code, checked((byte)authorities.Count));
        authorities.Add(authority);
        nations.Add(nation);
    }
}

/// <summary>An area and its share of the residents of a code, per thousand.</summary>
internal readonly record struct Fit(byte Area, ushort PerMille);
