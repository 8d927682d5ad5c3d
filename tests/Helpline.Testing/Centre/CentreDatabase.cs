namespace Helpline.Testing.Centre;

/// <summary>A folder of its own for a test's SQLite file; several hosts may share it. Deleted at the end.</summary>
public sealed class CentreDatabase : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("helpline-");

    /// <summary>The folder.</summary>
    public string Folder => folder.FullName;

    /// <summary>The database's connection string.</summary>
    public string ConnectionString => $"Data Source={File}";

    /// <summary>The database itself.</summary>
    public string File => Path.Combine(Folder, "helpline.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A connection may still be closing; the folder is a temporary one.
        }
    }
}
