using System.Globalization;
using Helpline.Core.Contacts;
using Helpline.Core.Hours;
using static Helpline.Core.Tests.Hours.HoursData;

namespace Helpline.Core.Tests.Hours;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData("2026-11-23T18:00Z", "We are closed now. We open again tomorrow, Tuesday, at 9 in the morning.")]
    [InlineData("2026-11-24T17:45Z", "We are closed now. We open again today at 6 in the evening.")]
    [InlineData("2026-11-28T14:00Z", "We are closed now. We open again on Monday at 9 in the morning.")]
    [InlineData("2026-12-25T10:00Z", "We are closed today because it is a bank holiday, Christmas Day. We open again tomorrow, Saturday, at 10 in the morning.")]
    [InlineData("2026-11-23T10:00Z", "We are open until half past 5 in the afternoon.")]
    public void Spoken_Status_IsPlainEnglish(string now, string text) => Assert.Equal(text, HoursText.Spoken(Usual.StatusAt(Utc(now), Channel.Voice), Utc(now)));

    [Fact]
    public void SpokenOpening_MoreThanAWeekAhead_GivesTheDate() =>
        Assert.Equal("We open again on Monday 4 January at 9 in the morning.", HoursText.SpokenOpening(Utc("2027-01-04T09:00Z"), Utc("2026-12-24T14:00Z")));

    [Theory]
    [InlineData("09:00", "9 in the morning", "9am")]
    [InlineData("09:15", "quarter past 9 in the morning", "9:15am")]
    [InlineData("12:00", "12 noon", "midday")]
    [InlineData("12:30", "half past 12 in the afternoon", "12:30pm")]
    [InlineData("11:45", "quarter to 12 in the morning", "11:45am")]
    [InlineData("13:05", "1 oh 5 in the afternoon", "1:05pm")]
    [InlineData("18:00", "6 in the evening", "6pm")]
    [InlineData("20:20", "8 20 in the evening", "8:20pm")]
    [InlineData("00:30", "half past 12 in the morning", "12:30am")]
    public void Times_AnyMinute_AreSaidAndWrittenPlainly(string time, string spoken, string written)
    {
        var clock = TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture);

        Assert.Equal(spoken, HoursText.SpokenTime(clock));
        Assert.Equal(written, HoursText.WrittenTime(clock));
    }

    [Fact]
    public void Written_NoShifts_IsClosed() => Assert.Equal("Closed", HoursText.Written([]));
}
