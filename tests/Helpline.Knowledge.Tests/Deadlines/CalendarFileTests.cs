using System.Text;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Tests.Deadlines;

public sealed class CalendarFileTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 9, 5, 7, DateTimeKind.Utc);

    [Fact]
    public void Write_OneDay_IsAWholeDayWithTwoReminders() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Helpline//Time limits//EN
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:a-20261101@helpline
        DTSTAMP:20261120T090507Z
        DTSTART;VALUE=DATE:20261231
        DTEND;VALUE=DATE:20270101
        SUMMARY:Answer\; or not\, and C:\\
        DESCRIPTION:First\nSecond
        TRANSP:TRANSPARENT
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-P7D
        DESCRIPTION:Answer\; or not\, and C:\\
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-P1D
        DESCRIPTION:Answer\; or not\, and C:\\
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        CalendarFile.Write([new("a-20261101@helpline", new(2026, 12, 31), "Answer; or not, and C:\\", "First\r\nSecond")], Now));

    [Fact]
    public void Write_LongText_FoldsAtSeventyFiveOctetsAndUnfoldsToTheSame()
    {
        var text = string.Concat(Enumerable.Repeat("Résumé – 😀 and so on ", 40)).Trim();

        var lines = CalendarFile.Write([new("a@helpline", new(2026, 12, 31), "x", text)], Now).Split("\r\n");

        Assert.All(lines, l => Assert.True(Encoding.UTF8.GetByteCount(l) <= 75, l));
        Assert.All(lines, l => Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(l))));
        Assert.Contains($"DESCRIPTION:{text}\r\n", string.Join("\r\n", lines).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', string.Concat(lines));
    }
}
