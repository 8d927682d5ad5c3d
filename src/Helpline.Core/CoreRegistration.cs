using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Blocks;
using Helpline.Core.Bookings;
using Helpline.Core.Callbacks;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Enquiries;
using Helpline.Core.Feedback;
using Helpline.Core.Figures;
using Helpline.Core.Floor;
using Helpline.Core.GaveUp;
using Helpline.Core.Legs;
using Helpline.Core.Mail;
using Helpline.Core.Outbox;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Publishing;
using Helpline.Core.Recordings;
using Helpline.Core.Routing;
using Helpline.Core.Spoken;
using Helpline.Core.Surges;
using Helpline.Core.Texts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Core;

/// <summary>Registers the contact centre. The host adds an <see cref="IConsoleNotifier"/>, Telephony an <see cref="ICallControl"/> and an <see cref="ICallRecorder"/>.</summary>
public static class CoreRegistration
{
    /// <summary>Data, contacts, calls, advisers, routing, feedback and outbox.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase(configuration);
        services.AddRouting(configuration);
        services.AddOutbox(configuration);
        services.AddOptions<CallbackOptions>().Bind(configuration.GetSection("Callbacks")).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<CallService>();
        services.AddScoped<WebhookReplies>();
        services.AddScoped<ContactService>();
        services.AddScoped<ContactQueries>();
        services.AddScoped<ClockQueries>();
        services.AddScoped<GaveUpQueries>();
        services.AddScoped<GaveUpService>();
        services.AddScoped<AdviserService>();
        services.AddScoped<OwnPhoneService>();
        services.AddLegs();
        services.AddRecordings(configuration);
        services.AddScoped<FeedbackService>();
        services.AddFloor(configuration);
        services.AddScoped<BlockService>();
        services.AddScoped<BlockQueries>();
        services.AddScoped<BlockedCalls>();
        services.AddScoped<AdjustmentService>();
        services.AddLiveFigures();
        services.AddEnquiries(configuration);
        services.AddTexts(configuration);
        services.AddBookings(configuration);
        services.AddPublishing(configuration);
        return services;
    }

    /// <summary>Brings the database to the newest schema.</summary>
    public static async Task MigrateCoreAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        await db.Database.MigrateAsync(cancellationToken);
        if (db is SqliteHelplineDbContext)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        }

        // The first use of a key may write it; that must not happen inside a transaction.
        var protector = scope.ServiceProvider.GetRequiredService<ColumnProtector>();
        protector.Unprotect(protector.Protect("ready"));
    }

    private static void AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("Helpline");
        services.AddSingleton<ColumnProtector>();
        services.AddSingleton<CommittedEvents>();
        services.AddSingleton<EnquirerKeys>();
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database")).ValidateOnStart();
        var connection = configuration.GetConnectionString("Helpline");
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new InvalidOperationException("ConnectionStrings:Helpline is missing: say where the database is, for example 'Data Source=data/helpline.db'.");
        }

        switch (configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite))
        {
            case DatabaseProvider.SqlServer:
                services.AddDbContext<SqlServerHelplineDbContext>(o => o.UseSqlServer(connection));
                services.AddScoped<HelplineDbContext>(sp => sp.GetRequiredService<SqlServerHelplineDbContext>());
                break;
            case DatabaseProvider.Sqlite:
                services.AddDbContext<SqliteHelplineDbContext>(o => o.UseSqlite(connection).AddInterceptors(new SqlitePragmas()));
                services.AddScoped<HelplineDbContext>(sp => sp.GetRequiredService<SqliteHelplineDbContext>());
                break;
        }
    }

    private static void AddRouting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RoutingOptions>().Bind(configuration.GetSection("Routing")).ValidateDataAnnotations()
            .Validate(
                o => o.HeartbeatFresh >= Heartbeats.Every + (2 * o.HeartbeatWrite),
                "Routing:HeartbeatFresh must be at least 5 seconds and twice Routing:HeartbeatWrite, or consoles that are alive would count as lost.")
            .ValidateOnStart();
        services.AddSingleton<RoutingSignal>();
        services.AddSingleton<Heartbeats>();
        services.AddHostedService<HeartbeatWriter>();
        services.AddSingleton<AbsentAdvisers>();
        services.AddSingleton<RoutingPass>();
        services.AddSingleton<QueueBoard>();
        services.AddSingleton<RoutingLoop>();
        services.AddHostedService(sp => sp.GetRequiredService<RoutingLoop>());
        services.AddScoped<RoutingQueries>();
        services.AddScoped<RerouteService>();
        services.AddSingleton<SurgeBoard>();
        services.AddScoped<SurgeService>();
        services.AddSingleton<SpokenBoard>();
        services.AddScoped<SpokenService>();
        services.AddScoped<OfferService>();
    }

    private static void AddLegs(this IServiceCollection services)
    {
        services.AddScoped<LegService>();
        services.AddScoped<LegQueries>();
        services.AddScoped<ConsultService>();
        services.AddScoped<PassService>();
        services.AddScoped<OutsideNumberService>();
        services.AddScoped<OutsideService>();
        services.AddScoped<MonitorService>();
        services.AddScoped<HelpService>();
    }

    private static void AddRecordings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RecordingOptions>().Bind(configuration.GetSection("Recordings")).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<RecordingService>();
        services.AddHostedService<RecordingKeeper>();
    }

    private static void AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FiguresOptions>().Bind(configuration.GetSection("Figures")).ValidateOnStart();
        services.AddSingleton<OutboxSignal>();
        services.AddMetrics();
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<OutboxSetAside>();
        services.AddScoped<UnsentMailQueries>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(sp => sp.GetRequiredService<OutboxDispatcher>());
        services.AddScoped<IOutboxHandler, ContactFactsHandler>();
        services.AddScoped<IOutboxHandler, SatisfactionFactsHandler>();
    }
}
