using Helpline.Knowledge;
using Helpline.Web.Hosting;

namespace Helpline.Web.Pages.Public;

/// <summary>A page of content of which we ask whether it helped.</summary>
/// <param name="Path">Its path, by which it is asked about.</param>
/// <param name="Key">What its answers are counted under: an article's slug, or the kind of page and its id.</param>
/// <param name="Version">The text that was read.</param>
/// <param name="Title">What it is called.</param>
public sealed record HelpfulPage(string Path, string Key, string Version, string Title)
{
    private static readonly (string Path, string Title)[] Lists =
    [
        ("/find-help", "Find help"), ("/letter-check", "Check a letter"), ("/deadlines", "Deadlines"), ("/deadlines/clock", "Every deadline that follows"),
    ];

    /// <summary>The page at a path; null when it is none that we ask about.</summary>
    public static HelpfulPage? At(string? path, KnowledgeSnapshot known)
    {
        var parts = (path ?? "").Trim('/').Split('/');
        var id = parts.Length == 2 ? parts[1] : "";
        var found = parts[0] switch
        {
            "advice" => known.Articles.Find(id) is { IsPublic: true } a ? (id, a.Version, a.Title) : default,
            "guides" => known.Guides.Find(id) is { } g ? ($"guides/{id}", g.Version, g.Title) : default,
            "letters" => known.Letters.Find(id) is { } l ? ($"letters/{id}", l.Version, l.Title) : default,
            "letter-check" => known.LetterKinds.Find(id) is { } k ? ($"letter-check/{id}", k.Version, k.Title) : default,
            "updates" => known.Updates.Find(id) is { } u ? ($"updates/{id}", u.Version, u.Title) : default,
            "deadlines" => known.Deadlines.Find(id) is { } d ? ($"deadlines/{id}", BuildVersion.Abbreviated, d.Title) : default,
            "topics" => (known.Topics.Find(id)?.Label ?? known.TopicGroups.Find(id)?.Label) is { } label ? ($"topics/{id}", BuildVersion.Abbreviated, label) : default,
            _ => default((string, string, string)),
        };
        if (found.Item1 is { } key)
        {
            return new HelpfulPage($"/{parts[0]}/{id}", key, found.Item2, found.Item3);
        }

        return Lists.FirstOrDefault(l => l.Path == path) is { Path: { } list, Title: { } title } ? new HelpfulPage(list, list[1..], BuildVersion.Abbreviated, title) : null;
    }
}
