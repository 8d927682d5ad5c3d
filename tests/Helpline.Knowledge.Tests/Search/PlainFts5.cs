using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search.Analysis;
using Microsoft.Data.Sqlite;

namespace Helpline.Knowledge.Tests.Search;

/// <summary>What search would be without our chain: title, summary and body in an FTS5 table, any of the words typed, best by bm25.</summary>
internal sealed class PlainFts5 : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand query;

    public PlainFts5(IEnumerable<Article> articles)
    {
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE articles USING fts5(slug UNINDEXED, title, summary, body, tokenize = 'porter unicode61')";
        create.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO articles (slug, title, summary, body) VALUES ($slug, $title, $summary, $body)";
        foreach (var article in articles)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$slug", article.Slug);
            insert.Parameters.AddWithValue("$title", article.Title);
            insert.Parameters.AddWithValue("$summary", article.Summary);
            insert.Parameters.AddWithValue("$body", string.Join('\n', article.Passages.Select(p => $"{p.Heading}\n{p.Text}")));
            insert.ExecuteNonQuery();
        }

        query = connection.CreateCommand();
        query.CommandText = "SELECT slug FROM articles WHERE articles MATCH $match ORDER BY bm25(articles) LIMIT 10";
        query.Parameters.Add("$match", SqliteType.Text);
    }

    public List<string> Find(string text)
    {
        var words = Words.Split(Words.Fold(text)).Where(w => w.Text.Length > 0).Select(w => $"\"{w.Text}\"").Distinct().ToList();
        var found = new List<string>();
        if (words.Count == 0)
        {
            return found;
        }

        query.Parameters[0].Value = string.Join(" OR ", words);
        using var rows = query.ExecuteReader();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    public void Dispose()
    {
        query.Dispose();
        connection.Dispose();
    }
}
