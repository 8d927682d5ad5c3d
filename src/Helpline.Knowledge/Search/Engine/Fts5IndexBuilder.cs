using Microsoft.Data.Sqlite;

namespace Helpline.Knowledge.Search.Engine;

/// <summary>Writes an SQLite FTS5 file of tokens. The file is new, is written once, and is only read from then on.</summary>
internal sealed class Fts5IndexBuilder : IKnowledgeIndexBuilder
{
    private readonly string file;
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly SqliteCommand insert;
    private readonly Dictionary<string, int> frequency = new(StringComparer.Ordinal);
    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);
    private int count;

    public Fts5IndexBuilder(string file)
    {
        this.file = file;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        // Nobody reads the file before it is whole, and a crash leaves nothing to recover: it is made anew.
        Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;");
        // Full detail: with less, bm25() of a contentless table is nought for every row.
        Execute("CREATE VIRTUAL TABLE passages USING fts5(title, aliases, topics, citations, body, facets, content='', tokenize='ascii')");
        transaction = connection.BeginTransaction();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO passages(rowid, title, aliases, topics, citations, body, facets) VALUES ($id, $title, $aliases, $topics, $citations, $body, $facets)";
        foreach (var name in (string[])["$id", "$title", "$aliases", "$topics", "$citations", "$body", "$facets"])
        {
            insert.Parameters.Add(new SqliteParameter(name, name == "$id" ? SqliteType.Integer : SqliteType.Text));
        }

        insert.Prepare();
    }

    public void Add(IndexPassage passage)
    {
        distinct.Clear();
        insert.Parameters[0].Value = count++;
        insert.Parameters[1].Value = Field(passage.Title);
        insert.Parameters[2].Value = Field(passage.Aliases);
        insert.Parameters[3].Value = Field(passage.Topics);
        insert.Parameters[4].Value = Field(passage.Citations);
        insert.Parameters[5].Value = Field(passage.Body);
        insert.Parameters[6].Value = string.Join(' ', passage.Facets);
        insert.ExecuteNonQuery();
        foreach (var token in distinct)
        {
            frequency[token] = frequency.GetValueOrDefault(token) + 1;
        }
    }

    public IKnowledgeIndex Build()
    {
        transaction.Commit();
        Execute("INSERT INTO passages(passages) VALUES ('optimize')");
        Dispose();
        return new Fts5Index(file, count, frequency);
    }

    public void Dispose()
    {
        insert.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    private string Field(IReadOnlyList<string> tokens)
    {
        distinct.UnionWith(tokens);
        return string.Join(' ', tokens);
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
