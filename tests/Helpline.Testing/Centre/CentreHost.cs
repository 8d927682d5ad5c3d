using Helpline.Analytics.Facts;
using Helpline.Core;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Outbox;
using Helpline.Core.Recordings;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Testing.Centre;

/// <summary>
/// Core on a real SQLite file with a clock the test moves. Nothing runs by itself: a test says when the router or the outbox looks.
/// Two of them on one <see cref="CentreDatabase"/> are two nodes.
/// </summary>
public sealed class CentreHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private int numbers;

    private CentreHost(ServiceProvider services, FakeTimeProvider time)
    {
        this.services = services;
        Time = time;
    }

    /// <summary>The clock.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>The phone provider.</summary>
    public RecordingCallControl Phone => services.GetRequiredService<RecordingCallControl>();

    /// <summary>The phone provider's recorder.</summary>
    public WillingRecorder Recorder => services.GetRequiredService<WillingRecorder>();

    /// <summary>What reached the consoles.</summary>
    public RecordingNotifier Consoles => services.GetRequiredService<RecordingNotifier>();

    /// <summary>What reached the anonymiser.</summary>
    public RecordingFacts Facts => services.GetRequiredService<RecordingFacts>();

    /// <summary>A host on the database, brought up to date.</summary>
    public static async Task<CentreHost> StartAsync(
        CentreDatabase database, FakeTimeProvider time, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Helpline", database.ConnectionString), .. settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<RecordingCallControl>().AddSingleton<ICallControl>(s => s.GetRequiredService<RecordingCallControl>());
        services.AddSingleton<WillingRecorder>().AddSingleton<ICallRecorder>(s => s.GetRequiredService<WillingRecorder>());
        services.AddSingleton<RecordingNotifier>().AddSingleton<IConsoleNotifier>(s => s.GetRequiredService<RecordingNotifier>());
        services.AddSingleton<RecordingFacts>()
            .AddSingleton<IContactFactsReceiver>(s => s.GetRequiredService<RecordingFacts>())
            .AddSingleton<ISatisfactionFactsReceiver>(s => s.GetRequiredService<RecordingFacts>());
        services.AddSingleton<IReplyDates, TwoDays>();
        services.AddCore(configuration);
        services.AddSharedKeys();
        configure?.Invoke(services);
        var host = new CentreHost(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), time);
        var isNew = !File.Exists(database.File);
        MigratedDatabase.CopyTo(database.File);
        await host.services.MigrateCoreAsync(CancellationToken.None);
        if (isNew)
        {
            MigratedDatabase.Keep(database.ConnectionString);
        }

        return host;
    }

    /// <summary>Runs one use case in a scope of its own, as a request would.</summary>
    public async Task<T> Do<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Lets the router look once. Returns the offers made.</summary>
    public Task<int> RouteAsync() => services.GetRequiredService<RoutingPass>().RunAsync(CancellationToken.None);

    /// <summary>Lets the outbox look once. Returns the messages done.</summary>
    public Task<int> PostAsync() => services.GetRequiredService<OutboxDispatcher>().RunAsync(CancellationToken.None);

    /// <summary>Reads the database.</summary>
    public Task<T> Read<T>(Func<HelplineDbContext, Task<T>> read) => Do(read);

    /// <summary>An adviser at work: available, with a live console and skills in date.</summary>
    public async Task<AdviserId> AdviserAsync(params string[] skills)
    {
        var id = AdviserId.New();
        await Do<AdviserService, bool>(async s =>
        {
            await s.AddAsync(id, $"Adviser {++numbers}", skills.ToDictionary(k => k, _ => Time.LondonToday().AddYears(1)), CancellationToken.None);
            return await s.SetPresenceAsync(id, Presence.Available, null, CancellationToken.None);
        });
        return id;
    }

    /// <summary>Every console says it is alive.</summary>
    public Task BeatAsync() => Read(async db =>
    {
        var now = Time.UtcNow();
        return await db.Advisers.ExecuteUpdateAsync(s => s.SetProperty(a => a.HeartbeatAt, now));
    });

    /// <summary>A caller in the queue. Returns the provider's name for the call.</summary>
    public async Task<(string CallSid, ContactId ContactId)> CallerAsync(string? topicGroup = null, string? number = "+447700900123")
    {
        var sid = $"CA{Guid.NewGuid():n}";
        await Do<CallService, bool>(async s =>
        {
            await s.StartVoiceAsync(sid, number, CancellationToken.None);
            if (topicGroup is not null)
            {
                await s.SetTopicAsync(sid, null, topicGroup, CancellationToken.None);
            }

            return await s.JoinQueueAsync(sid, CancellationToken.None);
        });
        return (sid, await Read(db => db.Calls.Where(c => c.ProviderCallId == sid).Select(c => c.ContactId).SingleAsync()));
    }

    /// <summary>The pending offer to an adviser; null when none rings.</summary>
    public Task<Offer?> PendingAsync(AdviserId adviserId) =>
        Read(db => db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.AdviserId == adviserId && o.Status == OfferStatus.Pending));

    /// <summary>Accepts what rings and joins the lines, as the phone door would. Returns the offer.</summary>
    public async Task<Offer> TalkAsync(AdviserId adviserId, string callSid)
    {
        var offer = await PendingAsync(adviserId) ?? throw new InvalidOperationException("Nothing rings.");
        await Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviserId, CancellationToken.None));
        await Do<CallService, bool>(async s =>
        {
            await s.AdviserJoinedAsync(offer.Id, $"CA{Guid.NewGuid():n}", $"CF{Guid.NewGuid():n}", CancellationToken.None);
            return await s.CallerJoinedAsync(callSid, CancellationToken.None);
        });
        return offer;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class TwoDays : IReplyDates
    {
        public Task<int> WorkingDaysAsync(CancellationToken cancellationToken) => Task.FromResult(2);

        public Task<DateTime> DueAtAsync(DateTime utcNow, DateOnly? lastDay = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(utcNow.AddDays(2));
    }
}
