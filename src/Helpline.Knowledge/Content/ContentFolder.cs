using System.Security.Cryptography;
using System.Text;

namespace Helpline.Knowledge.Content;

/// <summary>The files of the content folder that Knowledge reads, taken in one go.</summary>
internal sealed class ContentFolder(string path)
{
    private readonly string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(path));

    /// <summary>The articles and data files, by the name shown in messages (content/articles/x.md), in a fixed order.</summary>
    public SortedDictionary<string, string> Read()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Candidates().Where(File.Exists))
        {
            files[Shown(file)] = File.ReadAllText(file, Encoding.UTF8);
        }

        return files;
    }

    public string Shown(string file) => $"{name}/{System.IO.Path.GetRelativePath(path, file).Replace('\\', '/')}";

    /// <summary>A short hash that changes with the text.</summary>
    public static string Hash(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private IEnumerable<string> Candidates() =>
    [
        System.IO.Path.Combine(path, "deadlines.yaml"),
        System.IO.Path.Combine(path, "bank-holidays.yaml"),
        System.IO.Path.Combine(path, "notices.yaml"),
        System.IO.Path.Combine(path, "macros.yaml"),
        System.IO.Path.Combine(path, "training.yaml"),
        .. In("taxonomy", "*.yaml"),
        .. In("articles", "*.md"),
        .. In("letters", "*.md"),
        .. In("updates", "*.md"),
    ];

    private string[] In(string folder, string pattern)
    {
        var full = System.IO.Path.Combine(path, folder);
        return Directory.Exists(full) ? Directory.GetFiles(full, pattern, SearchOption.AllDirectories) : [];
    }
}
