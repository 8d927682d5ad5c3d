using Helpline.Analytics;
using Helpline.Analytics.Data;
using Helpline.Analytics.Facts;
using Helpline.Core;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Core.Mail;
using Helpline.Web.Hosting;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Web.Seeding;

/// <summary>
/// <c>--seed</c>: fills a Development database with some months of invented contacts and ends. It works on the host's own services,
/// but on a clock that travels, with no phone, mail or console; background services are not started.
/// </summary>
public static class SeedCommand
{
    public static bool IsAsked(string[] args) => args.Contains(SeedOptions.Flag, StringComparer.Ordinal);

    /// <summary>Seeds with a host that is composed and not yet built. Returns the exit code: 0 when done, 1 when refused.</summary>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (!builder.Environment.IsDevelopment())
        {
            await output.WriteLineAsync("Refused: invented contacts belong in Development only.");
            return 1;
        }

        var real = TimeProvider.System;
        var started = real.GetTimestamp();
        var options = SeedOptions.Read(args);
        var until = real.UtcNow();
        var clock = new TravellingTime(until);
        Replace(builder.Services, clock);
        // In Development a newcomer may ring at night; the months that are invented keep the hours of content/hours.yaml.
        builder.Configuration["Hours:AlwaysOpen"] = bool.FalseString;
        builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
        await using var app = builder.Build();
        await app.Services.MigrateCoreAsync(cancellationToken);
        await app.Services.MigrateAnalyticsAsync(cancellationToken);
        if (!options.Again && await HasContactsAsync(app.Services, cancellationToken))
        {
            await output.WriteLineAsync("Refused: this database has contacts already. Add --again to put more beside them.");
            return 1;
        }

        await DevelopmentAccounts.SeedAsync(app.Services, app.Configuration, cancellationToken);
        // A Monday, so that the first week published is a whole one.
        var first = until.ToLondon().AddDays(-7 * options.Weeks);
        clock.GoBackTo(CoarseTime.MondayOf(DateOnly.FromDateTime(first)).LondonMidnightUtc());
        await output.WriteLineAsync($"Inventing about {options.Contacts} contacts over {options.Weeks} weeks ...");
        var made = await OnBusAsync(app.Services, () => new Seeder(app.Services, clock, until, output).RunAsync(options, cancellationToken), cancellationToken);
        await output.WriteLineAsync($"Done: {made} contacts in {real.GetElapsedTime(started).TotalSeconds:0} seconds.");
        return 0;
    }

    private static void Replace(IServiceCollection services, TravellingTime clock)
    {
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(clock);
        services.RemoveAll<ICallControl>();
        services.AddSingleton<ICallControl, SeedPhone>();
        services.RemoveAll<IMailSender>();
        services.AddSingleton<IMailSender, SeedPost>();
        services.RemoveAll<IConsoleNotifier>();
        services.AddSingleton<IConsoleNotifier, SeedSilence>();
        services.ConfigureDbContext<SqliteHelplineDbContext>(options => options.AddInterceptors(new SeedPragmas()));
        services.ConfigureDbContext<SqliteAnalyticsDbContext>(options => options.AddInterceptors(new SeedPragmas()));
    }

    private static async Task<bool> HasContactsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().Contacts.AnyAsync(cancellationToken);
    }

    private static async Task<int> OnBusAsync(IServiceProvider services, Func<Task<int>> work, CancellationToken cancellationToken)
    {
        var bus = services.GetRequiredService<IBusControl>();
        using var deliveries = new SeedBus();
        bus.ConnectPublishObserver(deliveries);
        bus.ConnectConsumeObserver(deliveries);
        await bus.StartAsync(cancellationToken);
        try
        {
            var made = await work();
            await deliveries.DrainAsync(cancellationToken);
            return made;
        }
        finally
        {
            await bus.StopAsync(cancellationToken);
        }
    }
}
