using Helpline.Knowledge.Guides;
using Helpline.Knowledge.LetterChecks;

namespace Helpline.Knowledge.Content;

/// <summary>Reads content/letter-check.yaml: the kinds of letter, and what is asked of each.</summary>
internal sealed class LetterCheckReader(YamlFiles files, ContentParts parts, Catalogue<Letters.LetterTemplate> letters, Catalogue<Guide> guides)
{
    private const string FileName = "letter-check.yaml";

    public Catalogue<LetterKind> Read()
    {
        if (files.Document(FileName, optional: true)?.Allow("reviewed", "reviewBy", "lawAsAt", "sources", "kinds") is not { } map)
        {
            return new Catalogue<LetterKind>([], k => k.Id);
        }

        ContentParts.Sources(map);
        var (reviewed, reviewBy) = ContentParts.Review(map);
        var lawAsAt = map.Date("lawAsAt");
        return References.Unique(map.Maps("kinds").Select(m => (Kind(m) with { Reviewed = reviewed, ReviewBy = reviewBy, LawAsAt = lawAsAt }, m)), k => k.Id, "kind of letter");
    }

    private LetterKind Kind(YamlMap map)
    {
        var id = TaxonomyReader.Id(map.Allow("id", "title", "hint", "date", "deadlines", "otherDeadlines", "next", "topics", "articles", "guides", "letters", "questions"));
        var owner = $"kind of letter '{id}'";
        var deadlines = parts.DeadlinesOf(map, owner);
        var others = References.Resolve(map, "otherDeadlines", owner, "deadline", parts.Deadlines.Contains, "deadlines.yaml");
        IReadOnlyList<string> own = [.. deadlines.Union(others)];
        var questions = References.Unique(map.Maps("questions").Select(m => (Question(m, own), m)), q => q.Id, "question");
        if (questions.Count == 0)
        {
            map.Problem(map.LineOf("questions"), $"{owner} asks nothing; write 'questions:' and '- id: …' for each");
        }

        return new LetterKind
        {
            Id = id,
            Title = map.Required("title").Value,
            Hint = map.Optional("hint")?.Value,
            DateLabel = map.Required("date").Value,
            Deadlines = deadlines,
            OtherDeadlines = others,
            NextHtml = parts.Passage(map, "next", own).ParentHtml,
            Topics = parts.TopicsOf(map, owner),
            Articles = parts.ArticlesOf(map, owner),
            Guides = References.Resolve(map, "guides", owner, "guide", guides.Contains, "content/guides"),
            Letters = GuideReader.LettersOf(map, owner, letters),
            Questions = questions,
            LawAsAt = default,
            Reviewed = default,
            ReviewBy = default,
            Version = ContentFolder.Hash([id, .. questions.SelectMany(q => new[] { q.Ask, q.ShouldHtml, q.OtherwiseHtml })]),
        };
    }

    private LetterQuestion Question(YamlMap map, IReadOnlyList<string> deadlines) => new()
    {
        Id = TaxonomyReader.Id(map.Allow("id", "ask", "hint", "wanted", "should", "otherwise")),
        Ask = parts.Line(map, map.Required("ask"), deadlines).Body.PlainText.Trim(),
        Hint = map.Optional("hint")?.Value,
        Wanted = map.Has("wanted") ? map.OneOf("wanted", ("yes", LetterAnswer.Yes), ("no", LetterAnswer.No)) : LetterAnswer.Yes,
        ShouldHtml = parts.Passage(map, "should", deadlines).ParentHtml,
        OtherwiseHtml = parts.Passage(map, "otherwise", deadlines).ParentHtml,
    };
}
