namespace Helpline.Core.Locations;

/// <summary>Dialling codes of landlines; the longest that fits wins.</summary>
internal sealed class AreaCodeIndex
{
    private readonly Dictionary<string, Fit[]> prefixes = new(StringComparer.Ordinal);

    public AreaCodeIndex(AreaTable areas, CsvTable rows)
    {
        foreach (var row in rows.Rows)
        {
            var prefix = row.Required("prefix");
            var fits = areas.Shares(row, null);
            if (fits.Length == 0)
            {
                // Only a region is known: all its authorities, none before another.
                var inRegion = areas.Directory.InRegion(row.Required("region"));
                fits = [.. inRegion.Select(a => new Fit(areas.Number(a), (ushort)(1000 / inRegion.Count)))];
            }

            if (prefix is not ['0', '1' or '2', ..] || !prefix.All(char.IsAsciiDigit) || fits.Length == 0 || !prefixes.TryAdd(prefix, fits))
            {
                throw row.Wrong($"'{prefix}' is not the prefix of a landline, fits no area, or is listed twice");
            }
        }
    }

    /// <summary>The digits of a United Kingdom number in national form, or null when the text is no telephone number.</summary>
    public static string? National(string text)
    {
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '(' or ')' or '-' or '.' or '/') && !char.IsWhiteSpace(c)))
        {
            return null;
        }

        var hadZero = text.Replace("(0)", "", StringComparison.Ordinal);
        var digits = string.Concat(hadZero.Where(char.IsAsciiDigit));
        var international = text.TrimStart().StartsWith('+') || digits.StartsWith("0044", StringComparison.Ordinal) || (digits.Length >= 11 && digits[0] == '4');
        if (international)
        {
            digits = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
            return digits.StartsWith("44", StringComparison.Ordinal) && digits.Length <= 14 ? "0" + digits[2..].TrimStart('0') : null;
        }

        digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length is >= 3 and <= 12 && digits[0] == '0' ? digits : null;
    }

    public Fit[]? Find(string national)
    {
        for (var length = Math.Min(national.Length, 6); length >= 3; length--)
        {
            if (prefixes.TryGetValue(national[..length], out var fits))
            {
                return fits;
            }
        }

        return null;
    }
}
