using System.Globalization;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Microsoft.Data.Sqlite;

namespace Helpline.Testing.Recovery;

/// <summary>A call and its contact as the file has them.</summary>
public sealed record StoredCall
{
    public required CallState State { get; init; }
    public required Guid ContactId { get; init; }
    public required ContactStatus Status { get; init; }
    public required DateTime? JoinedAt { get; init; }
    public required string? Disposition { get; init; }
}

/// <summary>An offer as the file has it.</summary>
public sealed record StoredOffer(OfferStatus Status, DateTime MadeAt, DateTime? EndedAt, DateTime ExpiresAt);

/// <summary>Reads the application's file from outside, whether or not the application runs.</summary>
public sealed class StoredCalls(string connectionString)
{
    private readonly string connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    /// <summary>The call; null before the application has heard of it.</summary>
    public async Task<StoredCall?> FindAsync(string callSid, CancellationToken cancellationToken) => (await ReadAsync(
        """
        SELECT k."State", c."Id", c."Status", c."JoinedAt", c."DispositionCode"
        FROM "Calls" k JOIN "Contacts" c ON c."Id" = k."ContactId" WHERE k."ProviderCallId" = $sid
        """,
        callSid,
        row => new StoredCall
        {
            State = (CallState)row.GetInt32(0),
            ContactId = row.GetGuid(1),
            Status = (ContactStatus)row.GetInt32(2),
            JoinedAt = row.IsDBNull(3) ? null : row.GetDateTime(3),
            Disposition = row.IsDBNull(4) ? null : row.GetString(4),
        },
        cancellationToken)).SingleOrDefault();

    /// <summary>Every offer of the call's contact there ever was, oldest first.</summary>
    public Task<IReadOnlyList<StoredOffer>> OffersAsync(string callSid, CancellationToken cancellationToken) => ReadAsync(
        """
        SELECT o."Status", o."MadeAt", o."EndedAt", o."ExpiresAt" FROM "Offers" o JOIN "Calls" k ON k."ContactId" = o."ContactId"
        WHERE k."ProviderCallId" = $sid ORDER BY o."MadeAt"
        """,
        callSid,
        row => new StoredOffer(
            (OfferStatus)row.GetInt32(0), row.GetDateTime(1), row.IsDBNull(2) ? null : row.GetDateTime(2), row.GetDateTime(3)),
        cancellationToken);

    /// <summary>The two scores given by keypad, as <c>5 4</c>; null before any.</summary>
    public async Task<string?> ScoresAsync(string callSid, CancellationToken cancellationToken) => (await ReadAsync(
        """
        SELECT f."Helped", f."NextStepClear" FROM "Feedback" f JOIN "Calls" k ON k."ContactId" = f."ContactId"
        WHERE k."ProviderCallId" = $sid
        """,
        callSid,
        row => string.Create(CultureInfo.InvariantCulture, $"{row.GetValue(0)} {row.GetValue(1)}"),
        cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string query, string callSid, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("$sid", callSid);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<T> found = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(read(rows));
        }

        return found;
    }
}
