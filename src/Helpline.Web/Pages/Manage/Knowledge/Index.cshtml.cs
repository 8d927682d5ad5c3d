using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Currency;
using Helpline.Web.Editing;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Every text with how it stands and where its next version is.</summary>
public sealed class IndexModel(IKnowledgeBase knowledge, Standings standings, EditedContent edited, PublishingQueries queries, TimeProvider time) : PageModel
{
    [FromQuery(Name = "standing")]
    public string? AskedStanding { get; init; }

    [FromQuery(Name = "work")]
    public string? AskedWork { get; init; }

    [FromQuery(Name = "topic")]
    public string? AskedTopic { get; init; }

    [FromQuery(Name = "q")]
    public string? Query { get; init; }

    public IReadOnlyList<TextRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public IEnumerable<FieldOption> Topics => knowledge.Current.Topics.Select(t => new FieldOption(t.Id, t.Label));

    public bool HasEdits => edited.Content.Texts.Count > 0;

    public static IReadOnlyList<(string Value, string Text)> StandingChoices { get; } = [("green", "Current"), ("amber", "Check"), ("red", "Wrong")];

    public static IReadOnlyList<(string Value, string Text)> WorkChoices { get; } =
        [("draft", "Draft"), ("submitted", "Waits for approval"), ("approved", "Approved"), ("scheduled", "Scheduled"), ("edited", "Edited here")];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var open = (await queries.OpenAsync(cancellationToken)).ToDictionary(v => v.Path, StringComparer.Ordinal);
        var known = knowledge.Current;
        List<TextRow> rows =
        [
            .. known.Articles.Select(a => Row(new ContentFile("articles", a.Slug), a.Title, a.Topics, standings.Of(a.Slug), a.ReviewBy, open)),
            .. known.Letters.Select(l => Row(new ContentFile("letters", l.Id), l.Title, l.Topics, standings.Of(new NodeId(NodeKind.Letter, l.Id)), l.ReviewBy, open)),
            .. known.Updates.Select(u => Row(new ContentFile("updates", $"{u.Published:yyyy-MM-dd}-{u.Id}"), u.Title, u.Topics, Standing.Good, null, open)),
        ];
        var listed = rows.Select(r => r.File.Path).ToHashSet(StringComparer.Ordinal);
        rows.AddRange(open.Values.Select(v => v.Path).Union(edited.Content.Texts.Select(t => t.Path)).Where(p => !listed.Contains(p))
            .Select(p => (Path: p, File: ContentFile.Of(p))).Where(p => p.File is not null).Select(p => Row(p.File!, p.File!.Name, [], Standing.Good, null, open)));
        Total = rows.Count;
        Rows = [.. rows.Where(Fits).OrderByDescending(r => r.Standing.Level).ThenBy(r => r.Title, StringComparer.OrdinalIgnoreCase)];
    }

    public bool IsOverdue(TextRow row) => row.ReviewBy <= time.LondonToday();

    private TextRow Row(
        ContentFile file, string title, IReadOnlyList<string> topics, Standing standing, DateOnly? reviewBy, Dictionary<string, VersionSummary> open) => new()
        {
            File = file,
            Title = title,
            Topics = topics,
            Standing = WithEditorsNotes(standing, file.Path),
            ReviewBy = reviewBy,
            Open = open.GetValueOrDefault(file.Path),
            IsEdited = edited.TextOn(file.Path) is not null,
        };

    private Standing WithEditorsNotes(Standing standing, string path)
    {
        if (edited.MarkOn(path) is { } mark)
        {
            return new Standing(CurrencyLevel.Red, [mark.Reason]);
        }

        var notes = standings.ForEditors(path);
        return notes.Count == 0 ? standing
            : new Standing(CurrencyLevel.Amber, [.. standing.Reasons, .. notes]);
    }

    private bool Fits(TextRow row) =>
        (string.IsNullOrEmpty(AskedStanding) || string.Equals(row.Standing.Level.ToString(), AskedStanding, StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(AskedTopic) || row.Topics.Contains(AskedTopic, StringComparer.Ordinal))
        && (string.IsNullOrEmpty(AskedWork) || (AskedWork == "edited" ? row.IsEdited : string.Equals(row.Open?.Status.ToString(), AskedWork, StringComparison.OrdinalIgnoreCase)))
        && (string.IsNullOrWhiteSpace(Query) || Query.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            row.Title.Contains(word, StringComparison.OrdinalIgnoreCase) || row.File.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>One text in the list.</summary>
public sealed record TextRow
{
    public required ContentFile File { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }
    public required Standing Standing { get; init; }
    public required DateOnly? ReviewBy { get; init; }
    public required VersionSummary? Open { get; init; }
    public required bool IsEdited { get; init; }
}
