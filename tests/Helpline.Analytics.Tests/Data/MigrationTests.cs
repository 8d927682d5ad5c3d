using Helpline.Analytics.Data;
using Helpline.Analytics.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Helpline.Analytics.Tests.Data;

public class MigrationTests
{
    [Fact]
    public async Task Sqlite_AppliedToAnEmptyFile_LeavesNothingPending()
    {
        await using var host = await AnalyticsHost.StartAsync();

        await host.InScopeAsync<AnalyticsDbContext>(async db =>
        {
            Assert.IsType<SqliteAnalyticsDbContext>(db);
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
            Assert.False(db.Database.HasPendingModelChanges());
        });
    }

    [Fact]
    public async Task Sqlite_Opened_WritesAheadAndWaitsItsTurn()
    {
        await using var host = await AnalyticsHost.StartAsync();

        await host.InScopeAsync<AnalyticsDbContext>(async db =>
        {
            Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
            Assert.Equal("10000", await PragmaAsync(db, "busy_timeout"));
        });
    }

    [Fact]
    public void SqlServer_ScriptFromNothing_MakesEveryTable()
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);

        var script = db.GetService<IMigrator>().GenerateScript();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.All(
            db.Model.GetEntityTypes(),
            entity => Assert.Contains($"CREATE TABLE [{entity.GetTableName()}]", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Model_HoldsNoColumnForAPersonOrAContact()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        var columns = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Select(property => property.Name);

        Assert.DoesNotContain(columns, name => name.Contains("ContactId", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Enquirer", StringComparison.OrdinalIgnoreCase) || name.Contains("Phone", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Email", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void AddAnalytics_SqlServerWithoutAConnectionString_FailsClosed()
    {
        var services = With(("Database:Provider", "SqlServer"));

        Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<AnalyticsDbContext>());
    }

    [Fact]
    public void AddAnalytics_SqlServer_GivesItsContext()
    {
        var services = With(("Database:Provider", "SqlServer"), ("ConnectionStrings:Analytics", "Server=none"));

        Assert.IsType<SqlServerAnalyticsDbContext>(services.GetRequiredService<AnalyticsDbContext>());
    }

    [Fact]
    public void AddAnalytics_UnknownProvider_FailsClosed() =>
        Assert.Throws<InvalidOperationException>(() => With(("Database:Provider", "Another")));

    private static ServiceProvider With(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(NullLoggerFactory.Instance)
        .AddAnalytics(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build())
        .BuildServiceProvider();

    private static async Task<string?> PragmaAsync(AnalyticsDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))?.ToString();
    }
}
