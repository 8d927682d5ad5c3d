using Microsoft.EntityFrameworkCore;

namespace Helpline.Analytics.Data;

/// <summary>The analytics database on SQLite; its migrations are in Migrations/Sqlite.</summary>
public sealed class SqliteAnalyticsDbContext(DbContextOptions<SqliteAnalyticsDbContext> options)
    : AnalyticsDbContext(options);
