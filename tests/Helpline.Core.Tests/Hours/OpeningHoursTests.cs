using Helpline.Core.Contacts;
using Helpline.Core.Hours;
using static Helpline.Core.Tests.Hours.HoursData;

namespace Helpline.Core.Tests.Hours;

public sealed class OpeningHoursTests
{
    [Theory]
    // Winter: London is UTC. Summer: an hour ahead.
    [InlineData("2026-11-23T09:00Z", "2026-11-23T17:30Z")]
    [InlineData("2026-11-23T17:29:59Z", "2026-11-23T17:30Z")]
    [InlineData("2026-07-06T08:00Z", "2026-07-06T16:30Z")]
    // Split shifts.
    [InlineData("2026-11-24T17:00Z", "2026-11-24T17:30Z")]
    [InlineData("2026-11-24T18:00Z", "2026-11-24T20:00Z")]
    // Saturday, Christmas Eve, a bank holiday with hours of its own.
    [InlineData("2026-11-28T12:59Z", "2026-11-28T13:00Z")]
    [InlineData("2026-12-24T12:00Z", "2026-12-24T13:00Z")]
    [InlineData("2026-08-31T09:30Z", "2026-08-31T11:00Z")]
    public void StatusAt_WithinAShift_IsOpenUntilItsEnd(string now, string until) =>
        Assert.Equal(new OpeningStatus.Open(Utc(until)), Usual.StatusAt(Utc(now), Channel.Voice));

    [Theory]
    [InlineData("2026-11-23T08:59:59Z", "2026-11-23T09:00Z")]
    [InlineData("2026-11-23T17:30Z", "2026-11-24T09:00Z")]
    [InlineData("2026-11-24T17:30Z", "2026-11-24T18:00Z")]
    [InlineData("2026-11-28T13:00Z", "2026-11-30T09:00Z")]
    [InlineData("2026-11-29T12:00Z", "2026-11-30T09:00Z")]
    [InlineData("2026-07-05T23:30Z", "2026-07-06T08:00Z")]
    // Over the end of the year: 1 January is a bank holiday, 2 January a Saturday.
    [InlineData("2026-12-27T12:00Z", "2027-01-02T10:00Z")]
    [InlineData("2026-12-24T08:00Z", "2026-12-24T09:00Z")]
    // Over both clock changes of 2026 (29 March, 25 October).
    [InlineData("2026-03-28T13:00Z", "2026-03-30T08:00Z")]
    [InlineData("2026-10-24T12:00Z", "2026-10-26T09:00Z")]
    public void StatusAt_OutsideTheHours_IsClosedUntilTheNextShift(string now, string opensAt) =>
        Assert.Equal(new OpeningStatus.Closed(Utc(opensAt)), Usual.StatusAt(Utc(now), Channel.Voice));

    [Theory]
    [InlineData("2026-12-24T13:00Z", "We close early on Christmas Eve.", "2026-12-26T10:00Z")]
    [InlineData("2026-12-25T12:00Z", "We are closed today because it is a bank holiday, Christmas Day.", "2026-12-26T10:00Z")]
    [InlineData("2026-12-28T12:00Z", "We are closed today because it is a bank holiday, Boxing Day.", "2027-01-02T10:00Z")]
    [InlineData("2026-12-30T12:00Z", "We are closed between Christmas and New Year.", "2027-01-02T10:00Z")]
    [InlineData("2027-01-01T12:00Z", "We are closed today because it is a bank holiday, New Year's Day.", "2027-01-02T10:00Z")]
    [InlineData("2026-06-16T12:00Z", "Our lines are closed for training.", "2026-06-17T08:00Z")]
    [InlineData("2026-04-03T12:00Z", "We are closed today because it is a bank holiday, Good Friday.", "2026-04-04T09:00Z")]
    public void StatusAt_DateThatDiffers_SaysWhyAndWhenItOpens(string now, string reason, string opensAt) =>
        Assert.Equal(new OpeningStatus.ClosedToday(reason, Utc(opensAt)), Usual.StatusAt(Utc(now), Channel.Voice));

    [Fact]
    public void StatusAt_ClosureOfOneChannel_LeavesTheOthers()
    {
        Assert.Null(Usual.ReasonOn(new DateOnly(2026, 6, 16), Channel.Enquiry));
        Assert.NotNull(Usual.ReasonOn(new DateOnly(2026, 6, 16), Channel.Voice));
    }

    [Theory]
    // 25 October 2026, 01:30 comes twice: open from the first 00:30 (23:30 UTC) to the second 01:30 (01:30 UTC).
    [InlineData("2026-10-25T00:45Z", true)]
    [InlineData("2026-10-25T01:29Z", true)]
    [InlineData("2026-10-24T23:29Z", false)]
    [InlineData("2026-10-24T23:30Z", true)]
    // 29 March 2026, 01:00 to 02:00 does not come: the first shift ends and the second starts with the change at 01:00 UTC.
    [InlineData("2026-03-29T00:59Z", true)]
    [InlineData("2026-03-29T01:00Z", true)]
    [InlineData("2026-03-29T01:59Z", true)]
    [InlineData("2026-03-29T02:00Z", false)]
    public void StatusAt_NightOfAClockChange_NeverTurnsAwayEarly(string now, bool open) =>
        Assert.Equal(open, Usual.StatusAt(Utc(now), Channel.Callback).IsOpen);

    [Fact]
    public void NextOpening_WhileOpen_IsTheShiftAfter() =>
        Assert.Equal(Utc("2026-11-24T18:00Z"), Usual.NextOpening(Utc("2026-11-24T10:00Z"), Channel.Voice));

    [Fact]
    public void NextOpening_ClosedForMoreThanAYear_IsNotKnown()
    {
        var hours = From("""
            closedOnBankHolidays: false
            channels:
              voice: {monday: ["09:00-17:00"]}
              callback: {monday: ["09:00-17:00"]}
              enquiry: {monday: ["09:00-17:00"]}
            closures:
              - {from: 2026-01-01, to: 2029-01-01, message: "The helpline has closed."}
            """);

        var status = hours.StatusAt(Utc("2026-06-01T10:00Z"), Channel.Voice);

        Assert.Equal(new OpeningStatus.ClosedToday("The helpline has closed.", null), status);
        Assert.Equal("The helpline has closed.", HoursText.Spoken(status, Utc("2026-06-01T10:00Z")));
    }

    [Fact]
    public void Hours_RealContent_OpenEveryChannelInAnOrdinaryWeek()
    {
        Assert.All(Enum.GetValues<Channel>(), c => Assert.True(Real.StatusAt(Utc("2026-11-24T10:00Z"), c).IsOpen));
        Assert.True(Real.StatusAt(Utc("2026-11-24T19:30Z"), Channel.Voice).IsOpen);
        Assert.IsType<OpeningStatus.Closed>(Real.StatusAt(Utc("2026-11-22T12:00Z"), Channel.Voice));
        Assert.IsType<OpeningStatus.ClosedToday>(Real.StatusAt(Utc("2026-12-25T12:00Z"), Channel.Voice));
        Assert.Empty(Real.UsualShifts(DayOfWeek.Sunday, Channel.Voice));
        Assert.Equal("9am to 5:30pm and 6pm to 8pm", HoursText.Written(Real.UsualShifts(DayOfWeek.Tuesday, Channel.Voice)));
    }
}
