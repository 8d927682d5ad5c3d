using FsCheck;
using FsCheck.Fluent;
using Helpline.Core.Contacts;
using Helpline.Core.Hours;

namespace Helpline.Core.Tests.Hours;

public sealed class OpeningHoursProperties
{
    private static readonly DateTime Start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Arbitrary<(DateTime Now, Channel Channel)> Moments =
        (from second in Gen.Choose(0, 4 * 365 * 86_400 / 10)
         from channel in Gen.Elements(Enum.GetValues<Channel>())
         select (Start.AddSeconds(second * 10L), channel)).ToArbitrary();

    [Fact]
    public void StatusAt_AnyMoment_AgreesWithNextOpening() => Prop.ForAll(Moments, moment =>
    {
        var (now, channel) = moment;
        var hours = HoursData.Usual;
        var next = hours.NextOpening(now, channel);
        var opensAsPromised = next is { } opens && opens > now && hours.StatusAt(opens, channel).IsOpen && !hours.StatusAt(opens.AddTicks(-1), channel).IsOpen;
        return opensAsPromised && hours.StatusAt(now, channel) switch
        {
            OpeningStatus.Open open => open.Until > now && open.Until < next && hours.StatusAt(open.Until.AddTicks(-1), channel) == open
                && !hours.StatusAt(open.Until, channel).IsOpen,
            OpeningStatus.Closed closed => closed.OpensAt == next && ShutBetween(hours, now, next!.Value, channel),
            OpeningStatus.ClosedToday today => today.OpensAt == next && today.Reason.Length > 0 && ShutBetween(hours, now, next!.Value, channel),
            _ => false,
        };
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void ReplyPromise_AnyMoment_CountsExactlyTheWorkingDays() => Prop.ForAll(Moments, moment =>
    {
        var promise = ReplyPromiseTests.Promise(5);
        var due = promise.DueOn(moment.Now);
        var received = UkTime.DayOf(moment.Now);
        var counted = Enumerable.Range(1, due.DayNumber - received.DayNumber).Count(n => HoursData.Holidays.IsWorkingDay(received.AddDays(n)));
        return counted == 5 && HoursData.Holidays.IsWorkingDay(due);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static bool ShutBetween(OpeningHours hours, DateTime from, DateTime to, Channel channel) =>
        Enumerable.Range(0, 20).All(n => !hours.StatusAt(from + ((to - from) * (n / 20.0)), channel).IsOpen);
}
