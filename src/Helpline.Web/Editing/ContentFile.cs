using System.Text.RegularExpressions;

namespace Helpline.Web.Editing;

/// <summary>A file editors may write: its kind is the folder, its name becomes an address.</summary>
/// <param name="Kind">The folder in the content folder: articles, updates or letters.</param>
/// <param name="Name">The file's name without ending.</param>
public sealed partial record ContentFile(string Kind, string Name)
{
    /// <summary>The folders editors may write in.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["articles", "updates", "letters"];

    /// <summary>The path within the content folder.</summary>
    public string Path => $"{Kind}/{Name}.md";

    /// <summary>The editors' page of the file.</summary>
    public string Address => $"/manage/knowledge/{Kind}/{Name}";

    /// <summary>The file, or null when kind or name is not one we would keep.</summary>
    public static ContentFile? Of(string? kind, string? name) =>
        kind is not null && name is not null && Kinds.Contains(kind, StringComparer.Ordinal) && NameRule().IsMatch(name) ? new ContentFile(kind, name) : null;

    /// <summary>The file of a path; null for files editors do not write.</summary>
    public static ContentFile? Of(string path) => path.Split('/') is [var kind, var file] && file.EndsWith(".md", StringComparison.Ordinal) ? Of(kind, file[..^3]) : null;

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?\z")]
    private static partial Regex NameRule();
}
