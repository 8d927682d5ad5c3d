using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;
using Microsoft.Data.Sqlite;

namespace Helpline.Benchmarks.Searching;

/// <summary>The limit: the same passages in a plain FTS5 table, asked for any of the words typed, the ten best by bm25, prepared once.</summary>
internal sealed class RawFts5 : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand query;

    public RawFts5(string file, IEnumerable<SearchDocument> documents)
    {
        connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA mmap_size = 268435456;");
        Execute("CREATE VIRTUAL TABLE passages USING fts5(heading, body, tokenize = 'porter unicode61')");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO passages (heading, body) VALUES ($heading, $body)";
            insert.Parameters.Add("$heading", SqliteType.Text);
            insert.Parameters.Add("$body", SqliteType.Text);
            foreach (var passage in documents.SelectMany(d => d.Passages))
            {
                insert.Parameters[0].Value = passage.Heading;
                insert.Parameters[1].Value = passage.Text;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Execute("INSERT INTO passages (passages) VALUES ('optimize')");
        query = connection.CreateCommand();
        query.CommandText = "SELECT rowid FROM passages WHERE passages MATCH $match ORDER BY bm25(passages) LIMIT 10";
        query.Parameters.Add("$match", SqliteType.Text);
        query.Prepare();
    }

    /// <summary>How many of the best ten there are.</summary>
    public int Find(string text)
    {
        query.Parameters[0].Value = string.Join(" OR ", Words.Split(Words.Fold(text)).Select(w => $"\"{w.Text}\""));
        using var rows = query.ExecuteReader();
        var found = 0;
        while (rows.Read())
        {
            found++;
        }

        return found;
    }

    public void Dispose()
    {
        query.Dispose();
        connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
