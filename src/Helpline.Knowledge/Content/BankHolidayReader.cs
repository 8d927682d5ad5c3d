using System.Globalization;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/bank-holidays.yaml.</summary>
internal sealed class BankHolidayReader(YamlFiles files)
{
    private readonly YamlMap? document = files.Document("bank-holidays.yaml")?.Allow("confirmedTo", "bankHolidays");

    /// <summary>The days, in order, with their names.</summary>
    public IReadOnlyDictionary<DateOnly, string> Days()
    {
        var days = new SortedDictionary<DateOnly, string>();
        foreach (var map in document?.Maps("bankHolidays") ?? [])
        {
            map.Allow("date", "name");
            if (!days.TryAdd(map.Date("date"), map.Required("name").Value))
            {
                map.Problem(map.Line, "this bank holiday is listed twice; take one out");
            }
        }

        return days;
    }

    /// <summary>The last year whose days are announced; without the field, every year listed.</summary>
    public int ConfirmedTo()
    {
        if (document?.Optional("confirmedTo") is not { } text)
        {
            return int.MaxValue;
        }

        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100)
        {
            return year;
        }

        document.Problem(text.Line, $"'confirmedTo' is '{text.Value}'; write a year, for example 2027");
        return int.MaxValue;
    }
}
