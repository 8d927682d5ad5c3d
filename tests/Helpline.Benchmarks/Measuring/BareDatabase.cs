using Microsoft.Data.Sqlite;

namespace Helpline.Benchmarks.Measuring;

/// <summary>The limit of durable writes here: one row of a contact's size in one commit, flushed, and nothing else.</summary>
internal sealed class BareDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;

    public BareDatabase(string file)
    {
        connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Rows (Id TEXT PRIMARY KEY, Body TEXT NOT NULL);";
        command.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Rows (Id, Body) VALUES ($id, $body)";
        insert.Parameters.Add("$id", SqliteType.Text);
        insert.Parameters.AddWithValue("$body", new string('x', 400));
        insert.Prepare();
    }

    /// <summary>One commit.</summary>
    public void Commit()
    {
        insert.Parameters[0].Value = Guid.CreateVersion7().ToString();
        insert.ExecuteNonQuery();
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }
}
