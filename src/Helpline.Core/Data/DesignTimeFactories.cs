using Helpline.Core.Outbox;
using Helpline.Core.Routing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Data;

/// <summary>Makes the contexts for <c>dotnet ef</c>, which only looks at the model.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteHelplineDbContext>
{
    public SqliteHelplineDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteHelplineDbContext>().UseSqlite("Data Source=:memory:").Options,
        new ColumnProtector(new EphemeralDataProtectionProvider()),
        DesignTime.Committed());
}

/// <summary>The same for SQL Server.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerHelplineDbContext>
{
    public SqlServerHelplineDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqlServerHelplineDbContext>().UseSqlServer("Server=unused").Options,
        new ColumnProtector(new EphemeralDataProtectionProvider()),
        DesignTime.Committed());
}

/// <summary>What both need and never use.</summary>
internal static class DesignTime
{
    public static CommittedEvents Committed() =>
        new(new RoutingSignal(), new OutboxSignal(), new ServiceCollection().BuildServiceProvider());
}
