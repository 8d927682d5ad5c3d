using System.Globalization;
using Helpline.Core.Hours;
using Helpline.Core.Tests.Locations;

namespace Helpline.Core.Tests.Hours;

/// <summary>Hours from text and from the real content.</summary>
internal static class HoursData
{
    public const string Plain = """
        closedOnBankHolidays: true
        channels:
          voice:
            monday: ["09:00-17:30"]
            tuesday: ["09:00-17:30", "18:00-20:00"]
            wednesday: ["09:00-17:30"]
            thursday: ["09:00-17:30", "18:00-20:00"]
            friday: ["09:00-17:00"]
            saturday: ["10:00-13:00"]
          callback:
            sunday: ["00:30-01:30", "01:45-03:00"]
          enquiry:
            monday: ["09:00-17:30"]
        closures:
          - {date: 2026-12-24, hours: ["09:00-13:00"], message: "We close early on Christmas Eve."}
          - {from: 2026-12-29, to: 2026-12-31, message: "We are closed between Christmas and New Year."}
          - {date: 2026-06-16, channels: [voice], message: "Our lines are closed for training."}
          - {date: 2026-08-31, hours: ["10:00-12:00"], message: "We open for two hours this bank holiday."}
        """;

    public static BankHolidays Holidays { get; } = HoursFile.BankHolidays(Places.Content.Path("bank-holidays.yaml"));

    public static OpeningHours Usual { get; } = From(Plain);

    public static OpeningHours Real { get; } = new(HoursFile.Hours(Places.Content.Path("hours.yaml")), Holidays);

    public static OpeningHours From(string yaml) => Read(yaml, path => new OpeningHours(HoursFile.Hours(path), Holidays));

    public static T Read<T>(string yaml, Func<string, T> read)
    {
        var folder = Directory.CreateTempSubdirectory("helpline-hours-");
        try
        {
            var path = Path.Combine(folder.FullName, "hours.yaml");
            File.WriteAllText(path, yaml);
            return read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
