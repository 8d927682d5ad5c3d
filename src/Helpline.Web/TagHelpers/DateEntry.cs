using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Helpline.Web.TagHelpers;

/// <summary>A date as someone typed it, in three parts. Months may be written as words.</summary>
public sealed record DateEntry
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public string? Day { get; init; }

    public string? Month { get; init; }

    public string? Year { get; init; }

    public bool IsEmpty => Parts.All(part => part.Length == 0);

    private string[] Parts => [(Day ?? "").Trim(), (Month ?? "").Trim(), (Year ?? "").Trim()];

    public static DateEntry From(DateOnly date) => new()
    {
        Day = date.Day.ToString(CultureInfo.InvariantCulture),
        Month = date.Month.ToString(CultureInfo.InvariantCulture),
        Year = date.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads the date. When it can't, <paramref name="error"/> says what to put right, naming the date as <paramref name="what"/> ("The date of the letter").</summary>
    public bool TryRead(string what, out DateOnly date, [NotNullWhen(false)] out string? error)
    {
        date = default;
        error = null;
        if (IsEmpty)
        {
            error = $"Enter {char.ToLower(what[0], English)}{what[1..]}";
            return false;
        }

        var missing = Parts.Zip(["a day", "a month", "a year"]).Where(part => part.First.Length == 0).Select(part => part.Second).ToList();
        if (missing.Count > 0)
        {
            error = $"{what} must include {string.Join(" and ", missing)}";
            return false;
        }

        if (Parts[2].Length != 4 || !TryWhole(Parts[2], out var year) || year is < 1990 or > 2099)
        {
            error = $"{what} must have a year of four figures, such as 2026";
            return false;
        }

        if (!TryMonth(Parts[1], out var month) || !TryWhole(Parts[0], out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            error = $"{what} must be a real date";
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryWhole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryMonth(string text, out int month)
    {
        if (TryWhole(text, out month))
        {
            return month is >= 1 and <= 12;
        }

        var names = English.DateTimeFormat.MonthNames;
        month = text.Length < 3 ? 0 : 1 + Array.FindIndex(names, name => name.Length > 0 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return month > 0;
    }
}
