using System.Collections.Concurrent;
using System.Threading.Channels;
using Helpline.Analytics.Facts;
using Helpline.Core;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Enquiries;
using Helpline.Core.Hours;
using Helpline.Core.Locations;
using Helpline.Core.Mail;
using Helpline.Core.Routing;
using Helpline.Knowledge;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Helpline.Web.Pages.Public.Ask;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Web.Tests.Ask;

/// <summary>The whole site on a SQLite file of its own, with a clock the test moves and the mail it would send.</summary>
public sealed class AskFactory : HelplineFactory
{
    private readonly CentreDatabase database = new();

    public AskFactory()
    {
        With("ConnectionStrings:Helpline", database.ConnectionString);
        With("ConnectionStrings:Analytics", $"Data Source={Path.Combine(database.Folder, "analytics.db")}");
        With("Twilio:Mode", "Simulator");
        With("Twilio:PublicBaseUrl", "https://localhost");
        With("RateLimits:PublicForms:Permits", "100000");
    }

    public FakeTimeProvider Time { get; } = new();

    public MailTray Mail { get; } = new();

    public LogBook Logs { get; } = new();

    public string Folder => database.Folder;

    internal Browser Browser() => new(Visitor());

    public async Task<T> Do<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>An adviser takes up the written contact that waits and answers it.</summary>
    public async Task<ContactId> AnswerAsync(string body, params (string Slug, string Version)[] citations)
    {
        var adviser = AdviserId.New();
        await Do<AdviserService, bool>(async s =>
        {
            await s.AddAsync(adviser, "Adviser", new Dictionary<string, DateOnly>(), default);
            return await s.SetPresenceAsync(adviser, Presence.Available, null, default);
        });
        Time.Advance(TimeSpan.FromMinutes(5));
        Offer? offer = null;
        while (offer is null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Do<AdviserService, bool>(async s =>
            {
                s.Heartbeat(adviser);
                return await s.SetPresenceAsync(adviser, Presence.Available, null, default);
            });
            await Services.GetRequiredService<RoutingPass>().RunAsync(TestContext.Current.CancellationToken);
            offer = await Do<HelplineDbContext, Offer?>(db => db.Offers.AsNoTracking().SingleOrDefaultAsync(o => o.AdviserId == adviser && o.Status == OfferStatus.Pending));
        }

        Assert.Equal(AcceptOfferOutcome.Accepted, await Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviser, default)));
        foreach (var (slug, version) in citations)
        {
            await Do<ContactService, ContactOutcome>(s => s.CiteAsync(offer.ContactId, adviser, slug, version, default));
        }

        Assert.Equal(SendAnswerOutcome.Sent, await Do<EnquiryService, SendAnswerOutcome>(s => s.SendAnswerAsync(
            new SendAnswer { ContactId = offer.ContactId, AdviserId = adviser, Body = body }, default)));
        await Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, Presence.Offline, null, default));
        return offer.ContactId;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.AddProvider(Logs));
        builder.ConfigureServices((context, services) =>
        {
            if (services.All(s => s.ServiceType != typeof(EnquiryService)))
            {
                services.AddCore(context.Configuration);
                services.AddLocations(context.Configuration);
                services.AddOpeningHours(context.Configuration);
            }

            if (services.All(s => s.ServiceType != typeof(IKnowledgeBase)))
            {
                services.AddKnowledge(context.Configuration);
            }

            if (services.All(s => s.ServiceType != typeof(AskJourneys)))
            {
                services.AddAsk();
            }

            services.TryAddSingleton<ICallControl, RecordingCallControl>();
            services.TryAddSingleton<IConsoleNotifier, RecordingNotifier>();
            services.TryAddSingleton<IContactFactsReceiver, RecordingFacts>();
            services.TryAddSingleton<ISatisfactionFactsReceiver, RecordingFacts>();
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Time);
            services.RemoveAll<IMailSender>();
            services.AddSingleton<IMailSender>(Mail);
            services.Insert(0, ServiceDescriptor.Singleton<IHostedService, MigrateFirst>());
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        database.Dispose();
    }

    private sealed class MigrateFirst(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => services.MigrateCoreAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>The mail that would be sent, in order; a test waits for the next.</summary>
public sealed class MailTray : IMailSender
{
    private readonly Channel<OutgoingMail> mails = System.Threading.Channels.Channel.CreateUnbounded<OutgoingMail>();

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => mails.Writer.WriteAsync(mail, cancellationToken).AsTask();

    /// <summary>The next mail, and the address its link leads to.</summary>
    public async Task<(OutgoingMail Mail, string Link)> NextAsync()
    {
        var mail = await mails.Reader.ReadAsync(TestContext.Current.CancellationToken);
        var link = mail.Text.Split('\n').Single(line => line.StartsWith("https://localhost/", StringComparison.Ordinal));
        return (mail, link["https://localhost".Length..]);
    }
}

/// <summary>Every line logged by anything.</summary>
public sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Logger(lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {formatter(state, exception)} {exception}");
    }
}
