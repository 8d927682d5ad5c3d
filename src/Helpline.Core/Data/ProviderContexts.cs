using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Data;

/// <summary>The database on SQLite: the default, for one node.</summary>
public sealed class SqliteHelplineDbContext(DbContextOptions<SqliteHelplineDbContext> options, ColumnProtector protector, CommittedEvents committed)
    : HelplineDbContext(options, protector, committed);

/// <summary>The database on SQL Server: for more than one node.</summary>
public sealed class SqlServerHelplineDbContext(DbContextOptions<SqlServerHelplineDbContext> options, ColumnProtector protector, CommittedEvents committed)
    : HelplineDbContext(options, protector, committed);
