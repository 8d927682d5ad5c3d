using Helpline.Core.Hours;

namespace Helpline.Core.Tests.Hours;

public sealed class HoursFileTests
{
    [Theory]
    [InlineData("closedOnBankHolidays: true", "closedOnBankHolidays: yes", "hours.yaml line 1: closedOnBankHolidays must be true or false")]
    [InlineData("closedOnBankHolidays: true", "bankHolidays: true", "hours.yaml line 1: 'bankHolidays' is not known here")]
    [InlineData("monday: [\"09:00-17:30\"]", "monday: \"09:00-17:30\"", "'monday' must be a list")]
    [InlineData("monday: [\"09:00-17:30\"]", "monday: [\"17:30-09:00\"]", "'17:30-09:00' is not a span")]
    [InlineData("monday: [\"09:00-17:30\"]", "monday: [\"9-5\"]", "'9-5' is not a span")]
    [InlineData("18:00-20:00", "17:00-20:00", "'17:00-20:00' must start after the shift before it ends")]
    [InlineData("  enquiry:", "  letters:", "'letters' is not known here")]
    [InlineData("sunday: [\"00:30-01:30\", \"01:45-03:00\"]", "sunday: []", "a channel needs hours on at least one day")]
    [InlineData("date: 2026-12-24", "date: 24/12/2026", "date must be a date written 2026-12-24")]
    [InlineData("to: 2026-12-31", "to: 2026-12-01", "give either date, or from and a later to")]
    [InlineData("channels: [voice]", "channels: [post]", "'post' is not a channel")]
    [InlineData("message: \"Our lines are closed for training.\"", "message: \"\"", "'message' must have a text")]
    [InlineData("channels:\n", "channels: {\n", "hours.yaml line ")]
    public void Hours_Malformed_NamesFileAndFault(string part, string replacement, string message)
    {
        var at = HoursData.Plain.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, part);
        var yaml = HoursData.Plain[..at] + replacement + HoursData.Plain[(at + part.Length)..];

        var wrong = Assert.Throws<InvalidDataException>(() => HoursData.From(yaml));

        Assert.StartsWith("hours.yaml line ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_FileMissing_FailsClosed()
    {
        var wrong = Assert.Throws<InvalidDataException>(() => HoursFile.Hours(Path.Combine(Path.GetTempPath(), "no-such-folder", "hours.yaml")));

        Assert.StartsWith("hours.yaml is missing", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bankHolidays: []", "no bank holidays are listed")]
    [InlineData("bankHolidays: [{date: 2026-01-01, name: A}, {date: 2026-01-01, name: B}]", "this day is listed twice")]
    public void BankHolidays_Malformed_SaysWhat(string yaml, string message)
    {
        var wrong = Assert.Throws<InvalidDataException>(() => HoursData.Read(yaml, HoursFile.BankHolidays));

        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }
}
