namespace Helpline.Benchmarks.Measuring;

/// <summary>A folder of this run on the disk of the repository, not in memory; deleted at the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder =
        Directory.CreateDirectory(Path.Combine(Directory.GetCurrentDirectory(), "artifacts", "bench", Guid.NewGuid().ToString("n")));

    public string Of(string name) => Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
