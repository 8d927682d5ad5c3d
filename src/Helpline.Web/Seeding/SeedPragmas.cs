using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpline.Web.Seeding;

/// <summary>Invented contacts need not survive a power cut: SQLite does not wait for the disk at every commit while seeding.</summary>
internal sealed class SeedPragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF;";
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
