using System.Diagnostics;
using Helpline.Benchmarks.Measuring;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Feedback;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Benchmarks.Lives;

/// <summary>
/// Contacts carried through their whole life per second: arrive, queue, offer, accept, join, end, survey, record, close, and their
/// facts handed over. Through Core's services on a real file; the telephone service and the anonymiser only take note.
/// </summary>
internal static class ContactLives
{
    private const int AtOnce = 50;
    private const int Rounds = 8;
    private const int Hands = 4;
    private const string Topic = "school-support";

    public static async Task RunAsync()
    {
        Report.Title("(b) Contacts carried through their whole life");
        using var folder = new WorkFolder();
        using var database = new CentreDatabase();
        var commits = new CommitCounter();
        await using var centre = await CentreHost.StartAsync(
            database,
            new FakeTimeProvider(),
            services => services.ConfigureDbContext<SqliteHelplineDbContext>(o => o.AddInterceptors(commits)));
        List<AdviserId> advisers = [];
        for (var i = 0; i < AtOnce; i++)
        {
            advisers.Add(await centre.AdviserAsync(Topic));
        }

        var steps = new StepTimes();
        await RoundAsync(centre, advisers, steps);
        steps.Clear();
        var before = commits.Commits;
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
        {
            await RoundAsync(centre, advisers, steps);
        }

        var lives = (double)Rounds * AtOnce;
        var perSecond = lives / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var each = (commits.Commits - before) / lives;
        await ReportAsync(centre, lives, perSecond, each, BareCommitsPerSecond(folder));
        steps.Print();
    }

    private static async Task ReportAsync(CentreHost centre, double lives, double perSecond, double each, double bare)
    {
        var closed = await centre.Read(db => db.Contacts.CountAsync(c => c.Status == ContactStatus.Closed));
        if (closed != lives + AtOnce)
        {
            throw new InvalidOperationException($"{closed} contacts closed, not {lives + AtOnce}: the measurement is of something else.");
        }

        Report.Note($"{"contacts, whole life",-34} {perSecond,8:0.0} /s   ({lives:0} contacts, {AtOnce} advisers, {Hands} at once)");
        Report.Note($"{"commits for each contact",-34} {each,8:0.0}");
        Report.Note($"{"bare commits",-34} {bare,8:0.0} /s");
        Report.Note($"{"limit: bare commits / commits each",-34} {bare / each,8:0.0} contacts/s");
        Report.Note($"{"ratio",-34} {bare / each / perSecond,8:0.0} x");
    }

    private static async Task RoundAsync(CentreHost centre, List<AdviserId> advisers, StepTimes steps)
    {
        await Parallel.ForAsync(0, advisers.Count, Limit, async (_, _) => await steps.Of("arrive and queue", () => centre.CallerAsync(Topic)));
        if (await steps.Of($"route {advisers.Count} at once", centre.RouteAsync) != advisers.Count)
        {
            throw new InvalidOperationException("Not every contact was offered.");
        }

        await Parallel.ForEachAsync(advisers, Limit, async (adviser, _) => await LiveAsync(centre, adviser, steps));

        // Facts wait a little for scores that come late.
        centre.Time.Advance(TimeSpan.FromMinutes(3));
        await centre.BeatAsync();
        if (await steps.Of($"hand over {advisers.Count} facts", centre.PostAsync) != advisers.Count)
        {
            throw new InvalidOperationException("Not every contact's facts were handed over.");
        }
    }

    private static async Task LiveAsync(CentreHost centre, AdviserId adviser, StepTimes steps)
    {
        var offer = await centre.PendingAsync(adviser) ?? throw new InvalidOperationException("Nothing rings.");
        var sid = await centre.Read(db => db.Calls.Where(c => c.ContactId == offer.ContactId).Select(c => c.ProviderCallId).SingleAsync());
        await steps.Of("accept and join", () => centre.TalkAsync(adviser, sid));
        await steps.Of("record", () => Done(centre, s => s.RecordAsync(
            offer.ContactId,
            adviser,
            new ContactRecord { TopicGroupId = Topic, RegionCode = "E12000007", Notes = "Invented.", DispositionCode = "advice-given" },
            default)));
        await steps.Of("end", () => Done(centre, s => s.EndConversationAsync(offer.ContactId, adviser, default)));
        await steps.Of("survey, twice", async () =>
            await centre.Do<FeedbackService, bool>(s => s.ScoreCallAsync(sid, SurveyQuestion.Helped, 5, default))
            && await centre.Do<FeedbackService, bool>(s => s.ScoreCallAsync(sid, SurveyQuestion.NextStepClear, 4, default)));
        await steps.Of("caller leaves", () => centre.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default)));
        await steps.Of("close", () => Done(centre, s => s.CompleteAsync(offer.ContactId, adviser, default)));
    }

    private static async Task<ContactOutcome> Done(CentreHost centre, Func<ContactService, Task<ContactOutcome>> step)
    {
        var outcome = await centre.Do(step);
        return outcome == ContactOutcome.Done ? outcome : throw new InvalidOperationException($"A step ended with {outcome}.");
    }

    private static double BareCommitsPerSecond(WorkFolder folder)
    {
        const int Commits = 2000;
        using var bare = new BareDatabase(folder.Of("bare.db"));
        for (var i = 0; i < 100; i++)
        {
            bare.Commit();
        }

        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Commits; i++)
        {
            bare.Commit();
        }

        return Commits / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static ParallelOptions Limit => new() { MaxDegreeOfParallelism = Hands };
}
