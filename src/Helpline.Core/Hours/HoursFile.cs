using System.Globalization;
using Helpline.Core.Contacts;

namespace Helpline.Core.Hours;

/// <summary>Reads <c>hours.yaml</c> and <c>bank-holidays.yaml</c>. Anything missing or malformed is an <see cref="InvalidDataException"/> with file and line.</summary>
internal static class HoursFile
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static HoursTable Hours(string path)
    {
        var root = YamlSection.Read(path).Allow("closedOnBankHolidays", "channels", "closures");
        var channels = root.Section("channels").Allow([.. Enum.GetValues<Channel>().Select(Key)]);
        return new HoursTable
        {
            ClosedOnBankHolidays = root.Text("closedOnBankHolidays") switch
            {
                "true" => true,
                "false" => false,
                _ => throw root.Wrong("closedOnBankHolidays must be true or false"),
            },
            Week = Enum.GetValues<Channel>().ToDictionary(c => c, c => Week(channels.Section(Key(c)))),
            Closures = [.. root.Sections("closures").Select(ReadClosure)],
        };
    }

    public static BankHolidays BankHolidays(string path)
    {
        var root = YamlSection.Read(path).Allow("confirmedTo", "bankHolidays");
        var days = new Dictionary<DateOnly, string>();
        foreach (var item in root.Sections("bankHolidays"))
        {
            if (!days.TryAdd(Date(item.Allow("date", "name"), "date"), item.Text("name")))
            {
                throw item.Wrong("this day is listed twice");
            }
        }

        return days.Count == 0 ? throw root.Wrong("no bank holidays are listed") : new BankHolidays(days);
    }

    private static string Key(Channel channel) => channel switch
    {
        Channel.Voice => "voice",
        Channel.Callback => "callback",
        Channel.Enquiry => "enquiry",
    };

    private static IReadOnlyList<Shift>[] Week(YamlSection section)
    {
        section.Allow(Days);
        var week = Days.Select(day => section.Has(day) ? Shifts(section, day) : []).ToArray();
        return week.All(d => d.Count == 0) ? throw section.Wrong("a channel needs hours on at least one day") : week;
    }

    private static Closure ReadClosure(YamlSection item)
    {
        item.Allow("date", "from", "to", "hours", "message", "channels");
        var from = Date(item, item.Has("date") ? "date" : "from");
        var to = item.Has("date") ? from : Date(item, "to");
        return to < from || (item.Has("date") && (item.Has("from") || item.Has("to")))
            ? throw item.Wrong("give either date, or from and a later to")
            : new Closure
            {
                From = from,
                To = to,
                Message = item.Text("message"),
                Shifts = item.Has("hours") ? Shifts(item, "hours") : [],
                Channels = item.Has("channels") ? [.. item.Texts("channels").Select(t => ReadChannel(item, t))] : [],
            };
    }

    private static Channel ReadChannel(YamlSection item, string text)
    {
        var found = Enum.GetValues<Channel>().Where(c => Key(c) == text).ToList();
        return found.Count == 1 ? found[0] : throw item.Wrong($"'{text}' is not a channel");
    }

    private static List<Shift> Shifts(YamlSection section, string key)
    {
        var shifts = new List<Shift>();
        foreach (var text in section.Texts(key))
        {
            var parts = text.Split('-', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !Time(parts[0], out var from) || !Time(parts[1], out var to) || to <= from)
            {
                throw section.Wrong($"{key}: '{text}' is not a span such as 09:00-17:30 within one day");
            }

            if (shifts.Count > 0 && from <= shifts[^1].To)
            {
                throw section.Wrong($"{key}: '{text}' must start after the shift before it ends");
            }

            shifts.Add(new Shift(from, to));
        }

        return shifts;
    }

    private static bool Time(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static DateOnly Date(YamlSection section, string key) =>
        DateOnly.TryParseExact(section.Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw section.Wrong($"{key} must be a date written 2026-12-24");
}
