namespace Helpline.Knowledge.Search;

/// <summary>
/// The folder of one run's index files. A lock file tells other runs that it is in use; a folder whose run has died is cleared away.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const string LockName = "in-use";
    private readonly string folder;
    private readonly FileStream held;
    private int next;

    public IndexFolder(string path)
    {
        Directory.CreateDirectory(path);
        ClearDead(path);
        folder = Directory.CreateDirectory(Path.Combine(path, Guid.NewGuid().ToString("N"))).FullName;
        held = new FileStream(Path.Combine(folder, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>The name of a new file; each index gets its own and no file is ever written twice.</summary>
    public string NewFile(string name) => Path.Combine(folder, $"{name}-{Interlocked.Increment(ref next)}.db");

    public void Dispose()
    {
        held.Dispose();
        Clear(folder);
    }

    private static void ClearDead(string path)
    {
        foreach (var other in Directory.GetDirectories(path))
        {
            var mark = Path.Combine(other, LockName);
            try
            {
                if (File.Exists(mark))
                {
                    using var free = new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                }
                else
                {
                    // Just being made by another run, or not ours.
                    continue;
                }

                Clear(other);
            }
            catch (IOException)
            {
                // Held by a run that is alive.
            }
            catch (UnauthorizedAccessException)
            {
                // Belongs to another user.
            }
        }
    }

    private static void Clear(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // An index is still being read; the next run clears it.
        }
        catch (UnauthorizedAccessException)
        {
            // As above, on systems that lock open files.
        }
    }
}
