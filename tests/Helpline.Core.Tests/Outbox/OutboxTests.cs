using System.Diagnostics.Metrics;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Mail;
using Helpline.Core.Outbox;
using Helpline.Core.Tests.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Outbox;

/// <summary>What becomes of messages that cannot be done.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private const string Wrong = "nobody@example.org";
    private const string Right = "parent@example.org";
    private EnquiryCentre centre = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await EnquiryCentre.StartAsync();

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task RunAsync_RefusedForGood_IsSetAsideAtOnceAndToldInTheTimeline()
    {
        centre.Mail.Refusal = new OutboxRefusedException("mail.refused-400");
        var enquiry = await centre.SubmitAsync(EnquiryCentre.Question(email: Wrong));

        Assert.Equal(0, await centre.Host.PostAsync());
        centre.Mail.Refusal = null;
        centre.Host.Time.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, await centre.Host.PostAsync());

        Assert.Empty(centre.Mail.Taken);
        var kept = Assert.Single(await OutboxAsync());
        Assert.Equal("mail.refused-400", kept.SetAsideReason);
        Assert.Equal("mail.refused-400", Assert.Single(await TimelineAsync(enquiry.ContactId, nameof(MailNotDelivered))));
        var listed = Assert.Single(await centre.Host.Do<UnsentMailQueries, IReadOnlyList<UnsentMail>>(q => q.NewestAsync(Stop)));
        Assert.Equal((enquiry.Reference, MailPurposes.Received, "mail.refused-400"), (listed.Reference, listed.Purpose, listed.Reason));
        Assert.Equal(1, await centre.Host.Do<UnsentMailQueries, int>(q => q.CountAsync(Stop)));
    }

    [Fact]
    public async Task RunAsync_TheAnswersMailRefused_SaysSoInTheTimelineOfTheAnsweredContact()
    {
        var enquiry = await centre.SubmitAsync(EnquiryCentre.Question(email: Right));
        await centre.Host.PostAsync();
        var (adviser, contact) = await centre.TakeUpAsync();
        centre.Mail.Refusal = new OutboxRefusedException("mail.refused-410");
        await centre.SendAsync(contact, adviser, "They may not.");

        await centre.Host.PostAsync();

        Assert.Single(await TimelineAsync(contact, nameof(MailNotDelivered)));
        var listed = Assert.Single(await centre.Host.Do<UnsentMailQueries, IReadOnlyList<UnsentMail>>(q => q.NewestAsync(Stop)));
        Assert.Equal((enquiry.Reference, MailPurposes.Answered), (listed.Reference, listed.Purpose));
    }

    [Fact]
    public async Task RunAsync_FailsAgainAndAgain_IsTriedLessAndLessOftenAndThenSetAside()
    {
        centre.Mail.Refusal = new HttpRequestException("503");
        var enquiry = await centre.SubmitAsync(EnquiryCentre.Question(email: Wrong));
        List<TimeSpan> pauses = [];

        for (var i = 1; i < OutboxDispatcher.MostTries; i++)
        {
            await centre.Host.PostAsync();
            var waiting = Assert.Single(await OutboxAsync());
            Assert.Equal((i, null), (waiting.Attempts, waiting.SetAsideAt));
            pauses.Add(waiting.DueAt - centre.Host.Time.GetUtcNow().UtcDateTime);
            centre.Host.Time.Advance(pauses[^1]);
        }

        await centre.Host.PostAsync();

        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses.Aggregate(TimeSpan.Zero, (sum, p) => sum + p), TimeSpan.FromDays(2.5), TimeSpan.FromDays(3.5));
        Assert.Equal(OutboxDispatcher.TriesUsedUp, Assert.Single(await OutboxAsync()).SetAsideReason);
        Assert.Single(await TimelineAsync(enquiry.ContactId, nameof(MailNotDelivered)));
    }

    [Fact]
    public async Task RunAsync_WaitsForASetting_NeverUsesUpItsTries()
    {
        centre.Mail.Refusal = new OutboxWaitException("No way to send mail is configured.");
        await centre.SubmitAsync(EnquiryCentre.Question(email: Right));
        for (var i = 0; i < OutboxDispatcher.MostTries * 2; i++)
        {
            await centre.Host.PostAsync();
            centre.Host.Time.Advance(TimeSpan.FromHours(12));
        }

        centre.Mail.Refusal = null;

        Assert.Equal(1, await centre.Host.PostAsync());
        Assert.Equal(Right, Assert.Single(centre.Mail.Taken).To);
    }

    [Theory]
    [InlineData(typeof(OutboxRefusedException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task RunAsync_OneFails_ThoseBehindItAreDoneInTheSameLook(Type failure)
    {
        centre.Mail.Refusal = failure == typeof(OutboxRefusedException) ? new OutboxRefusedException("mail.refused-400") : (Exception)Activator.CreateInstance(failure)!;
        centre.Mail.RefusedTo = Wrong;
        await centre.SubmitAsync(EnquiryCentre.Question("form-1", Wrong));
        centre.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await centre.SubmitAsync(EnquiryCentre.Question("form-2", Right));

        Assert.Equal(1, await centre.Host.PostAsync());

        Assert.Equal(Right, Assert.Single(centre.Mail.Taken).To);
    }

    [Fact]
    public async Task RunAsync_PayloadThatCannotBeRead_KeepsNobodyWaiting()
    {
        await centre.SubmitAsync(EnquiryCentre.Question("form-1", Wrong));
        await centre.Host.Read(db => db.Database.ExecuteSqlRawAsync("UPDATE \"Outbox\" SET \"Payload\" = 'not what it was'", Stop));
        centre.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await centre.SubmitAsync(EnquiryCentre.Question("form-2", Right));

        Assert.Equal(1, await centre.Host.PostAsync());
        for (var i = 1; i < OutboxDispatcher.MostTries; i++)
        {
            centre.Host.Time.Advance(TimeSpan.FromDays(1));
            await centre.Host.PostAsync();
        }

        Assert.Equal(1, await centre.Host.Do<UnsentMailQueries, int>(q => q.CountAsync(Stop)));
    }

    [Fact]
    public async Task RunAsync_MailServiceHangs_FactsAreHandedOverMeanwhile()
    {
        var (sid, _) = await centre.Host.CallerAsync();
        await centre.Host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, Stop));
        var slow = new TaskCompletionSource();
        centre.Mail.Slowness = slow.Task;
        await centre.SubmitAsync(EnquiryCentre.Question(email: Right));
        centre.Host.Time.Advance(TimeSpan.FromMinutes(20));

        var looking = centre.Host.PostAsync();
        await UntilAsync(() => centre.Host.Facts.Contacts.Count == 1);
        Assert.False(looking.IsCompleted);
        slow.SetResult();

        Assert.Equal(2, await looking);
    }

    [Theory]
    [InlineData("not an address", "mail.address-invalid")]
    [InlineData("", "mail.address-invalid")]
    public async Task RunAsync_AddressThatIsNone_IsSetAside(string address, string reason)
    {
        await AddAsync(new MailNote { To = address, Subject = "S", Before = [], LinkText = "L", LinkPath = "/" }.ToOutbox(Now));

        await centre.Host.PostAsync();

        Assert.Equal(reason, Assert.Single(await OutboxAsync()).SetAsideReason);
    }

    [Fact]
    public async Task RunAsync_SetAside_IsCountedByKindAndReason()
    {
        List<string> counted = [];
        var meters = await centre.Host.Do<IMeterFactory, IMeterFactory>(Task.FromResult);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Name == OutboxMetrics.SetAsideName && instrument.Meter.Scope == meters)
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, n, tags, _) => counted.Add($"{n} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}"));
        listener.Start();
        centre.Mail.Refusal = new OutboxRefusedException("mail.refused-400");
        await centre.SubmitAsync(EnquiryCentre.Question(email: Wrong));

        await centre.Host.PostAsync();

        Assert.Equal(["1 kind=mail reason=mail.refused-400"], counted);
    }

    private DateTime Now => centre.Host.Time.GetUtcNow().UtcDateTime;

    private Task<int> AddAsync(OutboxMessage message) => centre.Host.Read(db =>
    {
        db.Outbox.Add(message);
        return db.SaveChangesAsync(Stop);
    });

    private Task<List<OutboxMessage>> OutboxAsync() => centre.Host.Read(db => db.Outbox.AsNoTracking().ToListAsync(Stop));

    private Task<List<string?>> TimelineAsync(ContactId contact, string kind) => centre.Host.Read(db =>
        db.Timeline.Where(t => t.ContactId == contact && t.Kind == kind).Select(t => t.Code).ToListAsync(Stop));

    private static async Task UntilAsync(Func<bool> right)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!right())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
