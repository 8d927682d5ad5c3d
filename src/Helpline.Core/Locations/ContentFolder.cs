using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Locations;

/// <summary>The content folder Core reads its tables from.</summary>
public sealed class ContentFolder
{
    /// <summary>Uses a given folder.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder holds no locations.</exception>
    public ContentFolder(string root)
    {
        if (!IsContent(root))
        {
            throw new DirectoryNotFoundException($"Content:Path '{root}' has no folder 'locations'. Set Content:Path to the content folder.");
        }

        Root = System.IO.Path.GetFullPath(root);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>Absolute path of a file or folder inside it.</summary>
    public string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>Finds the folder: as configured, otherwise the nearest one above the program or the host's content root.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static ContentFolder Find(string? configured, params string?[] startingPoints)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return new ContentFolder(configured);
        }

        var found = startingPoints.Where(p => !string.IsNullOrEmpty(p)).SelectMany(p => Above(p!)).FirstOrDefault(IsContent);
        return found is null
            ? throw new DirectoryNotFoundException("No content folder with locations was found above the program. Set Content:Path.")
            : new ContentFolder(found);
    }

    internal static ContentFolder From(IServiceProvider services)
    {
        var options = (IOptions<ContentFolderOptions>)services.GetService(typeof(IOptions<ContentFolderOptions>))!;
        var host = (IHostEnvironment?)services.GetService(typeof(IHostEnvironment));
        return Find(options.Value.Path, AppContext.BaseDirectory, host?.ContentRootPath);
    }

    private static IEnumerable<string> Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            yield return System.IO.Path.Combine(folder.FullName, "content");
        }
    }

    private static bool IsContent(string path) => Directory.Exists(System.IO.Path.Combine(path, "locations"));
}
