using Microsoft.EntityFrameworkCore;

namespace Helpline.Analytics.Data;

/// <summary>The analytics database on SQL Server; its migrations are in Migrations/SqlServer.</summary>
public sealed class SqlServerAnalyticsDbContext(DbContextOptions<SqlServerAnalyticsDbContext> options)
    : AnalyticsDbContext(options);
