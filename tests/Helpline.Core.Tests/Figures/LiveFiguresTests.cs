using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Feedback;
using Helpline.Core.Figures;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Tests.Figures;

/// <summary>What managers read of the present, counted on hand-made contacts in a real database.</summary>
public sealed class LiveFiguresTests : IAsyncLifetime
{
    private static readonly TimeSpan Handling = TimeSpan.FromMinutes(10);
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));
    private readonly QueryWatch watch = new();
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(
        database, time, services => services.ConfigureDbContext<SqliteHelplineDbContext>(o => o.AddInterceptors(watch)));

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Theory]
    [InlineData("2027-03-28", "2027-03-28T00:00:00Z", "2027-03-28T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z")]
    [InlineData("2026-07-15", "2026-07-14T23:00:00Z", "2026-07-15T23:00:00Z")]
    [InlineData("2026-11-24", "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")]
    public async Task CallsAsync_DaysOfEveryLength_CountsThatLondonDayByBothFormulas(string date, string first, string next)
    {
        var (from, until) = (Utc(first), Utc(next));
        await SaveAsync(
            HandMade.Answered(from.AddTicks(-1), Seconds(5), Handling),
            HandMade.Answered(from, Seconds(120), Handling),
            HandMade.Answered(from.AddHours(1).AddMinutes(-1), Seconds(120.001), Handling * 2),
            HandMade.Answered(until.AddTicks(-1), Seconds(30), Handling * 3),
            HandMade.GaveUp(from.AddHours(9), Seconds(15)),
            HandMade.GaveUp(from.AddHours(9), Seconds(14.999)),
            HandMade.LeftBeforeQueue(from.AddHours(9)),
            HandMade.Message(from.AddHours(9), until),
            HandMade.Enquiry(from.AddHours(9), until),
            HandMade.GaveUp(until, Seconds(300)));

        var calls = await Figures(f => f.CallsAsync(new LondonDay(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), default));

        Assert.Equal((7, 3, 2), (calls.Arrived, calls.Answered, calls.AnsweredWithin));
        Assert.Equal((1, 1, 1, 1), (calls.Abandoned, calls.ShortAbandoned, calls.LeftBeforeQueue, calls.Messages));
        Assert.Equal(2.0 / 3, calls.ServiceLevelOfAnswered);
        Assert.Equal(2.0 / 4, calls.ServiceLevelOfAll);
        Assert.Equal(270.001 / 3, calls.MeanWait!.Value.TotalSeconds, 3);
        Assert.Equal(Handling * 2, calls.MeanHandling);
    }

    [Fact]
    public async Task CallsAsync_WaitAcrossTheAutumnChange_IsTheTimeThatPassed()
    {
        await SaveAsync(HandMade.Answered(Utc("2026-10-25T00:59:00Z"), TimeSpan.FromMinutes(3), Handling));

        var calls = await Figures(f => f.CallsAsync(new LondonDay(new DateOnly(2026, 10, 25)), default));

        Assert.Equal(TimeSpan.FromMinutes(3), calls.MeanWait);
        Assert.Equal(0, calls.ServiceLevelOfAnswered);
    }

    [Fact]
    public async Task CallsAsync_NoCalls_SaysNothingRatherThanNought()
    {
        var calls = await Figures(f => f.CallsAsync(LondonDay.Today(time), default));

        Assert.Equal((0, null, null, null, null), (calls.Arrived, calls.ServiceLevelOfAnswered, calls.ServiceLevelOfAll, calls.MeanWait, calls.MeanHandling));
    }

    [Fact]
    public async Task CallsAsync_ShortAbandonSetOtherwise_FollowsTheSetting()
    {
        using var other = new CentreDatabase();
        await using var strict = await CentreHost.StartAsync(other, time, null, ("Figures:ShortAbandon", "00:00:05"), ("Figures:ServiceLevelWithin", "00:00:20"));
        var at = time.GetUtcNow().UtcDateTime;
        await strict.Read(async db =>
        {
            db.AddRange(HandMade.GaveUp(at, Seconds(10)), HandMade.Answered(at, Seconds(30), Handling));
            return await db.SaveChangesAsync();
        });

        var calls = await strict.Do<LiveFiguresQueries, CallsToday>(f => f.CallsAsync(LondonDay.Today(time), default));

        Assert.Equal((1, 0, 0), (calls.Abandoned, calls.ShortAbandoned, calls.AnsweredWithin));
    }

    [Fact]
    public async Task QueueAsync_CallsAndEnquiries_CountsEachAndItsLongestWait()
    {
        var now = time.GetUtcNow().UtcDateTime;
        await host.CallerAsync();
        await SaveAsync(
            HandMade.Joined(now.AddMinutes(-4)),
            HandMade.Message(now.AddHours(-3), now.AddDays(1)),
            HandMade.Enquiry(now.AddHours(-20), now.AddDays(1)),
            Contact.ArriveByVoice(now.AddHours(-9)));
        await host.AdviserAsync();
        await host.RouteAsync();

        var queue = await Figures(f => f.QueueAsync(default));

        Assert.Equal((3, 1), (queue.Waiting, queue.Ringing));
        Assert.Equal(TimeSpan.FromHours(20), queue.LongestWait);
        var voice = queue.ByChannel.Single(c => c.Channel == Channel.Voice);
        Assert.Equal((3, TimeSpan.FromHours(3) - TimeSpan.FromMinutes(1)), (voice.Waiting + voice.Ringing, voice.LongestWait));
        Assert.Null(queue.ByChannel.Single(c => c.Channel == Channel.Callback).LongestWait);
    }

    [Fact]
    public async Task AdvisersAsync_EveryPresence_CountsByActivityAndTheSilentAsOffline()
    {
        var silent = await host.AdviserAsync();
        time.Advance(TimeSpan.FromMinutes(2));
        var away = await host.AdviserAsync();
        await host.Do<AdviserService, bool>(s => s.SetPresenceAsync(away, Presence.Away, AwayReason.Lunch, default));
        await host.AdviserAsync();
        var (sid, _) = await host.CallerAsync();
        await host.RouteAsync();
        await host.AdviserAsync();

        var advisers = await Figures(f => f.AdvisersAsync(default));

        Assert.NotEqual(away, silent);
        Assert.NotEmpty(sid);
        Assert.Equal((2, 1, 1), (advisers.Count(Presence.Available), advisers.Count(Presence.Away), advisers.Count(Presence.Offline)));
        Assert.Equal((1, 1), (advisers.Free, advisers.Count(Activity.Ringing)));
    }

    [Fact]
    public async Task WrittenAsync_RepliesOfEveryKind_CountsOnTimeLateAndOverdue()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = LondonDay.Today(time);
        await SaveAsync(
            HandMade.Enquiry(now.AddDays(-1), now.AddHours(-1), repliedAt: now.AddHours(-1)),
            HandMade.Enquiry(now.AddDays(-1), now.AddHours(-2), repliedAt: now.AddHours(-1)),
            HandMade.Enquiry(now.AddDays(-1), now.AddHours(-2)),
            HandMade.Message(now.AddDays(-1), today.UntilUtc),
            HandMade.Enquiry(now.AddDays(-2), today.FromUtc, repliedAt: now.AddDays(-1)),
            HandMade.Enquiry(now.AddHours(-1), now.AddDays(2)),
            HandMade.Enquiry(now.AddDays(-4), now.AddDays(-1)),
            HandMade.Enquiry(now.AddDays(-4), now.AddDays(-1), repliedAt: now));

        var written = await Figures(f => f.WrittenAsync(today, default));

        Assert.Equal(new WrittenToday(Arrived: 1, Due: 4, OnTime: 1, Late: 2, Overdue: 1), written);
        Assert.Equal((1, 1.0 / 3), (written.StillDue, written.OnTimeShare));
    }

    [Fact]
    public async Task SatisfactionAsync_BelowFiveAnswers_HasNoShare()
    {
        await ScoreAsync((5, 5), (5, 4), (4, 3), (2, null), (null, 1));

        var today = await Figures(f => f.SatisfactionAsync(LondonDay.Today(time), default));

        Assert.Equal((new QuestionAnswers(4, 3), new QuestionAnswers(4, 2)), (today.Helped, today.NextStepClear));
        Assert.Equal((null, null, null), (today.Helped.Share, today.Helped.MeetsStandard, today.Helped.MeetsTarget));
    }

    [Fact]
    public async Task SatisfactionAsync_EightyAndNinetyPerCent_StandardIsMetAtItsValueTargetOnlyAboveIt()
    {
        await ScoreAsync((5, 5), (5, 5), (4, 5), (4, 5), (3, 5), (5, 5), (5, 5), (5, 5), (4, 5), (1, 1));

        var today = await Figures(f => f.SatisfactionAsync(LondonDay.Today(time), default));

        Assert.Equal((0.8, true, false), (today.Helped.Share, today.Helped.MeetsStandard, today.Helped.MeetsTarget));
        Assert.Equal((0.9, true, false), (today.NextStepClear.Share, today.NextStepClear.MeetsStandard, today.NextStepClear.MeetsTarget));
        Assert.Equal(new QuestionAnswers(0, 0), (await Figures(f => f.SatisfactionAsync(new LondonDay(new DateOnly(2026, 11, 23)), default))).Helped);
    }

    [Fact]
    public async Task EveryFigure_ManyContacts_IsAFixedNumberOfIndexedReads()
    {
        var now = time.GetUtcNow().UtcDateTime;
        await SaveAsync([.. Enumerable.Range(0, 60).Select(i => HandMade.Answered(now.AddHours(-i), Seconds(i), Handling))]);
        var day = LondonDay.Today(time);
        watch.Forget();

        await Figures(f => f.QueueAsync(default));
        await Figures(f => f.CallsAsync(day, default));
        await Figures(f => f.SatisfactionAsync(day, default));
        Assert.Equal(3, watch.Reads);
        await Figures(f => f.WrittenAsync(day, default));

        Assert.Equal(6, watch.Reads);
        Assert.DoesNotContain(watch.Plan, line => line.StartsWith("SCAN", StringComparison.Ordinal) && !line.Contains("INDEX", StringComparison.Ordinal));
        Assert.Contains(watch.Plan, line => line.Contains("IX_Contacts_ReplyDueAt", StringComparison.Ordinal));
    }

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private Task<T> Figures<T>(Func<LiveFiguresQueries, Task<T>> read) => host.Do(read);

    private Task<int> SaveAsync(params Contact[] contacts) => host.Read(async db =>
    {
        db.AddRange(contacts);
        return await db.SaveChangesAsync();
    });

    private async Task ScoreAsync(params (int? Helped, int? Clear)[] scores)
    {
        foreach (var (helped, clear) in scores)
        {
            var contact = HandMade.Joined(time.GetUtcNow().UtcDateTime.AddDays(-3));
            await SaveAsync(contact);
            await host.Do<FeedbackService, bool>(s => s.GiveAsync(contact.Id, new FeedbackInput(helped, clear), default));
        }
    }
}
