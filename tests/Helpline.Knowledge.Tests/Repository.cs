namespace Helpline.Knowledge.Tests;

/// <summary>Where the real content is.</summary>
internal static class Repository
{
    public static string Content { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "content");
            if (Directory.Exists(Path.Combine(candidate, "taxonomy")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("The content folder is not above the tests.");
    }
}
