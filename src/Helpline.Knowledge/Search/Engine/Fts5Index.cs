using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Helpline.Knowledge.Search.Engine;

/// <summary>Reads an SQLite FTS5 file. One connection with a prepared command per reader at work, kept for the next.</summary>
internal sealed class Fts5Index(string file, int count, IReadOnlyDictionary<string, int> frequency) : IKnowledgeIndex
{
    /// <summary>Ranking costs time for every passage that matches, so only the rarest tokens of a long text are asked for.</summary>
    private const int MostTokens = 24;

    /// <summary>Weights of title, aliases, topics, citations, body; facets count nothing.</summary>
    private static readonly string Rank = string.Create(
        CultureInfo.InvariantCulture,
        $"bm25(passages, {FieldWeights.Title}, {FieldWeights.Aliases}, {FieldWeights.Topics}, {FieldWeights.Citations}, {FieldWeights.Body}, 0)");

    private readonly ConcurrentBag<Reader> idle = [];

    public int Count => count;

    public int DocumentFrequency(string token) => frequency.GetValueOrDefault(token);

    public IReadOnlyList<IndexHit> Query(IndexQuery query)
    {
        var tokens = query.Tokens
            .Where(t => frequency.ContainsKey(t.Text))
            .OrderByDescending(t => t.Weight / Math.Log(2 + frequency[t.Text]))
            .Take(MostTokens)
            .ToList();
        if (tokens.Count == 0)
        {
            return [];
        }

        // bm25 is a sum over the tokens, so tokens of one weight are asked together and the sums are weighted.
        var scores = new Dictionary<int, double>();
        var reader = idle.TryTake(out var kept) ? kept : new Reader(file);
        foreach (var group in tokens.GroupBy(t => t.Weight))
        {
            reader.Read(Match(group.Select(t => t.Text), query.Facets), query.Limit, (passage, score) =>
                scores[passage] = scores.GetValueOrDefault(passage) + (group.Key * score));
        }

        // Only a reader that answered goes back; one that threw is not to be trusted.
        idle.Add(reader);
        return [.. scores.Select(s => new IndexHit(s.Key, s.Value)).OrderByDescending(h => h.Score).ThenBy(h => h.Passage).Take(query.Limit)];
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        try
        {
            File.Delete(file);
        }
        catch (IOException)
        {
            // Still open somewhere; its folder is cleared by the next run.
        }
    }

    private static string Match(IEnumerable<string> tokens, IReadOnlyList<string> facets)
    {
        var any = string.Join(" OR ", tokens.Select(Quote));
        return facets.Count == 0 ? any : $"({any}) AND {string.Join(" AND ", facets.Select(f => $"facets:{Quote(f)}"))}";
    }

    /// <summary>Tokens hold letters and digits only; the quotes keep words such as AND and OR from being operators.</summary>
    private static string Quote(string token) => $"\"{token.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand command;

        public Reader(string file)
        {
            connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            connection.Open();
            command = connection.CreateCommand();
            command.CommandText = "PRAGMA mmap_size=268435456";
            command.ExecuteNonQuery();
            command.CommandText = $"SELECT rowid, {Rank} AS score FROM passages WHERE passages MATCH $match ORDER BY {Rank} LIMIT $limit";
            command.Parameters.Add("$match", SqliteType.Text);
            command.Parameters.Add("$limit", SqliteType.Integer);
            command.Prepare();
        }

        public void Read(string match, int limit, Action<int, double> found)
        {
            command.Parameters[0].Value = match;
            command.Parameters[1].Value = limit;
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                // bm25() is negative, best first.
                found(rows.GetInt32(0), -rows.GetDouble(1));
            }
        }

        public void Dispose()
        {
            command.Dispose();
            connection.Dispose();
        }
    }
}
