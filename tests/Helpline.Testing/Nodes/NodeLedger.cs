using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Microsoft.Data.Sqlite;

namespace Helpline.Testing.Nodes;

/// <summary>An offer as the file has it.</summary>
public sealed record LedgerOffer(
    Guid Id, Guid ContactId, Guid AdviserId, OfferStatus Status, DateTime MadeAt, DateTime? EndedAt, DateTime JoinedAt, DateTime? LeftAt);

/// <summary>How many of each there are.</summary>
public sealed record LedgerCounts(int Calls, int Contacts, int Open, int OutboxFacts, int HeldFacts);

/// <summary>Reads what both nodes share from outside and says what must never be.</summary>
public sealed class NodeLedger(string database, string analytics)
{
    private readonly string database = Unpooled(database);
    private readonly string analytics = Unpooled(analytics);

    /// <summary>What is wrong in one glance at the file; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> WrongNowAsync(CancellationToken cancellationToken)
    {
        // One statement sees one state of the file.
        var wrong = await ReadAsync(
            database,
            $"""
            SELECT 'contact ' || c."Id" || ' is offered without one pending offer' FROM "Contacts" c WHERE c."Status" = {(int)ContactStatus.Offered}
                AND (SELECT COUNT(*) FROM "Offers" o WHERE o."ContactId" = c."Id" AND o."Status" = {(int)OfferStatus.Pending} AND o."Purpose" = 0) <> 1
            UNION ALL
            SELECT 'contact ' || c."Id" || ' waits and is offered' FROM "Contacts" c WHERE c."Status" = {(int)ContactStatus.Waiting}
                AND EXISTS (SELECT 1 FROM "Offers" o WHERE o."ContactId" = c."Id" AND o."Status" = {(int)OfferStatus.Pending})
            UNION ALL
            SELECT 'contact ' || c."Id" || ' is not with the adviser it is said to be with' FROM "Contacts" c WHERE c."Status" = {(int)ContactStatus.InProgress}
                AND NOT EXISTS (SELECT 1 FROM "Advisers" a WHERE a."Id" = c."AdviserId" AND a."ContactId" = c."Id" AND a."Activity" = {(int)Activity.OnContact})
            UNION ALL
            SELECT 'contact ' || a."ContactId" || ' is with two advisers' FROM "Advisers" a WHERE a."ContactId" IS NOT NULL GROUP BY a."ContactId" HAVING COUNT(*) > 1
            UNION ALL
            SELECT 'adviser ' || c."AdviserId" || ' is on two calls' FROM "Contacts" c
                WHERE c."Status" = {(int)ContactStatus.InProgress} AND c."IsLive" GROUP BY c."AdviserId" HAVING COUNT(*) > 1
            """,
            row => row.GetString(0),
            cancellationToken);
        return wrong;
    }

    /// <summary>Whether a caller waits while an adviser is there, free and known to be alive.</summary>
    public async Task<bool> WaitsForNothingAsync(DateTime alive, CancellationToken cancellationToken) => (await ReadAsync(
        database,
        $"""
        SELECT 1 WHERE EXISTS (SELECT 1 FROM "Contacts" WHERE "Status" = {(int)ContactStatus.Waiting} AND "JoinedAt" IS NOT NULL)
            AND EXISTS (SELECT 1 FROM "Advisers" WHERE "Presence" = {(int)Presence.Available} AND "Activity" = {(int)Activity.Idle} AND "HeartbeatAt" >= $alive)
        """,
        row => row.GetInt32(0),
        cancellationToken,
        ("$alive", alive))).Count > 0;

    /// <summary>Every offer there ever was, oldest first.</summary>
    public Task<IReadOnlyList<LedgerOffer>> OffersAsync(CancellationToken cancellationToken) => ReadAsync(
        database,
        """
        SELECT o."Id", o."ContactId", o."AdviserId", o."Status", o."MadeAt", o."EndedAt", c."JoinedAt", c."ClosedAt"
        FROM "Offers" o JOIN "Contacts" c ON c."Id" = o."ContactId" ORDER BY o."MadeAt"
        """,
        row => new LedgerOffer(
            row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), (OfferStatus)row.GetInt32(3), row.GetDateTime(4),
            row.IsDBNull(5) ? null : row.GetDateTime(5), row.GetDateTime(6), row.IsDBNull(7) ? null : row.GetDateTime(7)),
        cancellationToken);

    /// <summary>Counts what both files hold.</summary>
    public async Task<LedgerCounts> CountAsync(CancellationToken cancellationToken)
    {
        var core = await ReadAsync(
            database,
            $"""
            SELECT (SELECT COUNT(*) FROM "Calls"), (SELECT COUNT(*) FROM "Contacts"),
                (SELECT COUNT(*) FROM "Contacts" WHERE "Status" NOT IN ({(int)ContactStatus.Closed}, {(int)ContactStatus.Abandoned})),
                (SELECT COUNT(*) FROM "Outbox" WHERE "Kind" = 'contact-facts')
            """,
            row => (Calls: row.GetInt32(0), Contacts: row.GetInt32(1), Open: row.GetInt32(2), Facts: row.GetInt32(3)),
            cancellationToken);
        var held = await ReadAsync(analytics, """SELECT COUNT(*) FROM "HeldFacts" WHERE "Kind" = 'Contacts'""", row => row.GetInt32(0), cancellationToken);
        return new(core[0].Calls, core[0].Contacts, core[0].Open, core[0].Facts, held[0]);
    }

    private static string Unpooled(string connectionString) => new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        string connectionString, string query, Func<SqliteDataReader, T> read, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<T> found = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(read(rows));
        }

        return found;
    }
}
