using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Data;
using Helpline.Analytics.Delivery;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Analytics;

/// <summary>Puts analytics into a host.</summary>
public static class AnalyticsServiceCollectionExtensions
{
    private const string DefaultSqlite = "Data Source=data/analytics.db";

    /// <summary>
    /// Adds the receivers, the anonymiser and the figures. Reads <c>Database:Provider</c> (Sqlite or SqlServer),
    /// <c>ConnectionStrings:Analytics</c> (required for SQL Server), <c>Analytics:K</c> and <c>Analytics:Window</c>.
    /// The host adds MassTransit itself: see <see cref="AnalyticsBusExtensions.AddAnalyticsConsumers"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The provider is unknown or SQL Server has no connection string.</exception>
    public static IServiceCollection AddAnalytics(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<AnalyticsOptions>()
            .Bind(configuration.GetSection("Analytics")).ValidateDataAnnotations().ValidateOnStart();
        AddDatabase(services, configuration);

        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<FactsReceiver>();
        services.AddScoped<IContactFactsReceiver>(provider => provider.GetRequiredService<FactsReceiver>());
        services.AddScoped<ISatisfactionFactsReceiver>(provider => provider.GetRequiredService<FactsReceiver>());
        services.AddScoped<LeaseKeeper>();
        services.AddScoped<WindowPublisher>();
        services.AddScoped<OutboxDispatcher>();
        services.AddScoped<IAnonymiserRun, AnonymiserRun>();
        services.AddScoped<FiguresInbox>();
        services.AddScoped<IFiguresQueries, FiguresQueries>();
        services.AddHostedService<AnonymiserService>();
        return services;
    }

    /// <summary>Creates the analytics database where there is none and applies the migrations it lacks.</summary>
    public static async Task MigrateAnalyticsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AnalyticsDbContext>().Database;
        if (database.IsSqlite() && Path.GetDirectoryName(database.GetDbConnection().DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await database.MigrateAsync(cancellationToken);
    }

    private static void AddDatabase(IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Analytics");
        switch (configuration["Database:Provider"] ?? "Sqlite")
        {
            case "Sqlite":
                services.AddDbContext<AnalyticsDbContext, SqliteAnalyticsDbContext>(options => options
                    .UseSqlite(string.IsNullOrEmpty(connection) ? DefaultSqlite : connection)
                    .AddInterceptors(new SqlitePragmas()));
                break;
            case "SqlServer":
                services.AddDbContext<AnalyticsDbContext, SqlServerAnalyticsDbContext>(options => options.UseSqlServer(
                    string.IsNullOrEmpty(connection)
                        ? throw new InvalidOperationException("ConnectionStrings:Analytics is not set.")
                        : connection));
                break;
            default:
                throw new InvalidOperationException("Database:Provider must be Sqlite or SqlServer.");
        }
    }
}
