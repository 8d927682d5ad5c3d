namespace Helpline.Core.Locations;

/// <summary>Outward codes, sectors and the full postcodes that differ from them, as packed numbers: no string is kept for any.</summary>
internal sealed class PostcodeIndex
{
    private readonly Dictionary<uint, Outward> outwards = [];
    private readonly Dictionary<uint, Fit[]> sectors = [];
    private readonly ulong[] exceptions;
    private readonly byte[] exceptionAreas;

    public PostcodeIndex(AreaTable areas, CsvTable outwardRows, CsvTable sectorRows, CsvTable exceptionRows)
    {
        foreach (var row in outwardRows.Rows)
        {
            var status = Status(row);
            var fits = areas.Shares(row, 1000);
            if ((fits.Length == 0) != (status is OutwardStatus.NoLocation or OutwardStatus.Forces)
                || !outwards.TryAdd(Key(row), new Outward(status, fits)))
            {
                throw row.Wrong("the code is listed twice, or its shares do not suit its status");
            }
        }

        foreach (var row in sectorRows.Rows)
        {
            var text = row.Required("sector");
            if (text is not [.., ' ', >= '0' and <= '9'] || !TryKey(text.AsSpan(0, text.Length - 2), out var key) || !outwards.ContainsKey(key)
                || !sectors.TryAdd(Sector(key, text[^1]), areas.Shares(row, 1000)))
            {
                throw row.Wrong($"'{text}' is not the sector of a listed outward code, or is listed twice");
            }
        }

        (exceptions, exceptionAreas) = Exceptions(areas, exceptionRows);
    }

    /// <summary>Full postcodes kept as exceptions.</summary>
    public int ExceptionCount => exceptions.Length;

    public bool Knows(ReadOnlySpan<char> outward) => TryKey(outward, out var key) && outwards.ContainsKey(key);

    public Outward? Find(ReadOnlySpan<char> outward) =>
        TryKey(outward, out var key) && outwards.TryGetValue(key, out var found) ? found : null;

    public Fit[]? FindSector(ReadOnlySpan<char> outward, char sector) =>
        TryKey(outward, out var key) && sectors.TryGetValue(Sector(key, sector), out var found) ? found : null;

    public byte? FindException(ReadOnlySpan<char> outward, ReadOnlySpan<char> inward)
    {
        if (!TryKey(outward, out var key))
        {
            return null;
        }

        var at = Array.BinarySearch(exceptions, Full(key, inward));
        return at >= 0 ? exceptionAreas[at] : null;
    }

    private (ulong[] Keys, byte[] Areas) Exceptions(AreaTable areas, CsvTable rows)
    {
        var keys = new List<ulong>(64_000);
        var values = new List<byte>(64_000);
        foreach (var row in rows.Rows)
        {
            var key = Key(row);
            if (!outwards.ContainsKey(key))
            {
                throw row.Wrong("the outward code is not listed");
            }

            var area = areas.Number(row.Required("area"), row);
            foreach (var unit in row.Required("units").Split(' '))
            {
                if (unit is not [>= '0' and <= '9', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
                {
                    throw row.Wrong($"'{unit}' is not the second half of a postcode");
                }

                keys.Add(Full(key, unit));
                values.Add(area);
            }
        }

        var sorted = keys.ToArray();
        var areasInOrder = values.ToArray();
        Array.Sort(sorted, areasInOrder);
        return (sorted, areasInOrder);
    }

    private static OutwardStatus Status(CsvTable.CsvRow row) => row["status"] switch
    {
        "current" => OutwardStatus.Current,
        "retired" => OutwardStatus.Retired,
        "large-user" => OutwardStatus.LargeUser,
        "no-location" => OutwardStatus.NoLocation,
        "bfpo" => OutwardStatus.Forces,
        var other => throw row.Wrong($"'{other}' is not a status"),
    };

    private static uint Key(CsvTable.CsvRow row) =>
        TryKey(row.Required("outward"), out var key) ? key : throw row.Wrong($"'{row["outward"]}' is not an outward code");

    private static bool TryKey(ReadOnlySpan<char> outward, out uint key)
    {
        key = 0;
        if (outward.Length is < 2 or > 4)
        {
            return false;
        }

        foreach (var c in outward)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            {
                return false;
            }

            key = (key * 37) + (uint)(c <= '9' ? c - '0' + 1 : c - 'A' + 11);
        }

        return true;
    }

    private static uint Sector(uint outward, char digit) => (outward * 10) + (uint)(digit - '0');

    private static ulong Full(uint outward, ReadOnlySpan<char> inward) =>
        ((ulong)outward << 24) | ((ulong)inward[0] << 16) | ((ulong)inward[1] << 8) | inward[2];
}

/// <summary>What is known of an outward code.</summary>
internal sealed record Outward(OutwardStatus Status, Fit[] Fits);

/// <summary>Whether people live at addresses with the code.</summary>
internal enum OutwardStatus
{
    Current,
    Retired,
    LargeUser,
    NoLocation,
    Forces,
}
