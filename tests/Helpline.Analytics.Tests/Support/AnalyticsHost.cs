using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Data;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using MassTransit;
using MassTransit.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Analytics.Tests.Support;

/// <summary>Analytics on a real SQLite file and a real in-memory bus, with a clock the test moves.</summary>
internal sealed class AnalyticsHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsFile;

    private AnalyticsHost(string file, bool ownsFile, SettableClock clock, bool consumers, TimeSpan window)
    {
        this.ownsFile = ownsFile;
        File = file;
        Clock = clock;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Analytics"] = $"Data Source={file};Pooling=False",
            ["Analytics:K"] = "10",
            ["Analytics:Window"] = window.ToString(),
        }).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddAnalytics(configuration)
            .AddMassTransitTestHarness(bus =>
            {
                bus.SetTestTimeouts(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
                if (consumers)
                {
                    bus.AddAnalyticsConsumers();
                }
            })
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public string File { get; }

    public SettableClock Clock { get; }

    public IServiceProvider Services => services;

    public ITestHarness Harness => services.GetRequiredService<ITestHarness>();

    /// <summary>A host on a new file, or on another host's file; with the clock on the Monday after the invented week.</summary>
    public static async Task<AnalyticsHost> StartAsync(
        AnalyticsHost? on = null, bool consumers = true, TimeSpan? window = null)
    {
        var file = on?.File ?? Path.Combine(Directory.CreateTempSubdirectory("helpline-").FullName, "analytics.db");
        var clock = on?.Clock ?? new SettableClock(
            new DateTimeOffset(CoarseTime.StartOf(Invented.Monday.AddDays(7)), TimeSpan.Zero));
        var host = new AnalyticsHost(file, on is null, clock, consumers, window ?? TimeSpan.FromDays(7));
        await host.services.MigrateAnalyticsAsync(TestContext.Current.CancellationToken);
        await host.Harness.Start();
        return host;
    }

    public Task AcceptAsync(params ContactFacts[] contacts) => InScopeAsync<IContactFactsReceiver>(async receiver =>
    {
        foreach (var facts in contacts)
        {
            await receiver.AcceptAsync(Guid.NewGuid(), facts, TestContext.Current.CancellationToken);
        }
    });

    public Task AcceptAsync(params SatisfactionFacts[] answers) => InScopeAsync<ISatisfactionFactsReceiver>(async receiver =>
    {
        foreach (var facts in answers)
        {
            await receiver.AcceptAsync(Guid.NewGuid(), facts, TestContext.Current.CancellationToken);
        }
    });

    /// <summary>Runs the anonymiser and waits until every message it has sent is recorded.</summary>
    public async Task<int> RunAsync()
    {
        var published = 0;
        await InScopeAsync<IAnonymiserRun>(async run =>
            published = await run.RunAsync(TestContext.Current.CancellationToken));
        await RecordedAsync();
        return published;
    }

    public async Task RecordedAsync()
    {
        foreach (var id in await ReadAsync(db => db.Outbox.Where(row => row.Attempts > 0).Select(row => row.Id)))
        {
            if ((await ReadAsync(db => db.Inbox.Where(seen => seen.MessageId == id))).Count == 0)
            {
                Assert.True(await Harness.Consumed.Any(
                    message => message.Context.MessageId == id, TestContext.Current.CancellationToken));
            }
        }
    }

    public async Task<T> FiguresAsync<T>(Func<IFiguresQueries, Task<T>> ask)
    {
        T answer = default!;
        await InScopeAsync<IFiguresQueries>(async queries => answer = await ask(queries));
        return answer;
    }

    public async Task<List<T>> ReadAsync<T>(Func<AnalyticsDbContext, IQueryable<T>> query)
    {
        List<T> rows = [];
        await InScopeAsync<AnalyticsDbContext>(async db =>
            rows = await query(db).ToListAsync(TestContext.Current.CancellationToken));
        return rows;
    }

    public async Task InScopeAsync<T>(Func<T, Task> use)
        where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsFile)
        {
            Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);
        }
    }
}
