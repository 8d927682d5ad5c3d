using Helpline.Analytics;
using Helpline.Core;

namespace Helpline.Web.Hosting;

/// <summary>What happens before the first request: databases brought up to date, Development accounts made.</summary>
public static partial class StartUp
{
    /// <summary>
    /// Development: migrates, seeds accounts and prints where to go. With <c>--migrate</c>: migrates and returns false, so that the
    /// program ends. Otherwise nothing: production migrates by <c>--migrate</c>.
    /// </summary>
    public static async Task<bool> PrepareAsync(this WebApplication app, string[] args)
    {
        var migrateOnly = args.Contains("--migrate");
        if (app.Environment.IsDevelopment() || migrateOnly)
        {
            await app.Services.MigrateCoreAsync(app.Lifetime.ApplicationStopping);
            await app.Services.MigrateAnalyticsAsync(app.Lifetime.ApplicationStopping);
        }

        if (migrateOnly)
        {
            return false;
        }

        if (app.Environment.IsDevelopment())
        {
            var password = await DevelopmentAccounts.SeedAsync(app.Services, app.Configuration, app.Lifetime.ApplicationStopping);
            app.Lifetime.ApplicationStarted.Register(() => PrintAddresses(app, password));
        }

        return true;
    }

    // To the console, not the log: it is for the person who typed the command.
    private static void PrintAddresses(WebApplication app, string password)
    {
        var address = app.Urls.FirstOrDefault() ?? "http://localhost:5000";
        Console.WriteLine($"""

            Helpline is running (Development).
              Public site        {address}/
              A phone to ring us {address}/simulator
              The console        {address}/console     adviser1@helpline.test
              The manager's page {address}/manage      manager@helpline.test
              Mail not sent      {address}/dev/mailbox
              Password for every account: {password}

            """);
    }
}
