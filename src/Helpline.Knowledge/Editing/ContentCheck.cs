using System.Text;
using Helpline.Knowledge.Content;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge.Editing;

/// <summary>Checks a text against everything that is served.</summary>
internal sealed class ContentCheck(KnowledgeBase knowledge, IOptions<KnowledgeOptions> options) : IContentCheck
{
    private string Folder => options.Value.Path!;

    public CheckedText Check(string path, string text)
    {
        var root = OverlaidContent.Root(Folder);
        var shipped = new ContentFolder(Folder).Read();
        var texts = knowledge.Taken.ToDictionary(StringComparer.Ordinal);
        texts[path] = text;
        var (snapshot, problems) = OverlaidContent.Read(shipped, root, texts);
        var issues = problems.Select(p => OverlaidContent.Issue(p, root))
            .Select(i => i.Path == path || i.Path == root ? i with { Path = path } : new ContentIssue(path, 1, $"this would break {i.Path}:{i.Line}: {i.Message}"))
            .OrderBy(i => i.Line).ToList();
        var article = snapshot?.Articles.Find(SlugOf(path));
        return new CheckedText(issues, article, article is null ? Update(snapshot, path) : new TextPreview(
            article.Title, article.Summary, article.IsPublic ? article.ParentHtml : null, article.AdviserHtml));
    }

    public string? Served(string path) => knowledge.Taken.GetValueOrDefault(path) ?? Shipped(path);

    public string? Shipped(string path)
    {
        var file = Path.GetFullPath(Path.Combine(Folder, path));
        return file.StartsWith(Path.GetFullPath(Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file)
            ? File.ReadAllText(file, Encoding.UTF8)
            : null;
    }

    public string Hash(string text) => ContentFolder.Hash([text]);

    private static TextPreview? Update(KnowledgeSnapshot? snapshot, string path) =>
        snapshot?.Updates.FirstOrDefault(u => path == $"updates/{u.Published:yyyy-MM-dd}-{u.Id}.md") is { } update
            ? new TextPreview(update.Title, "", update.ParentHtml, update.AdviserHtml)
            : null;

    private static string? SlugOf(string path) =>
        path.StartsWith("articles/", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(path) : null;
}
