using Helpline.Core.Backlog;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Currency;
using Helpline.Knowledge.Editing;
using Helpline.Web.Editing;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>One text: how it stands, its next version, its history. What editors do with it is in the other part.</summary>
public sealed partial class TextModel(
    IKnowledgeBase knowledge,
    Standings standings,
    PublishingQueries queries,
    IContentCheck check,
    DraftService drafts,
    PublishingService publishing,
    MarkingService marking,
    ArticleHelpfulness helpfulness,
    TimeProvider time) : FilePage(queries, check)
{
    public Article? Article { get; private set; }

    public Standing Standing { get; private set; } = Standing.Good;

    public IReadOnlyList<string> Notes { get; private set; } = [];

    public IReadOnlyList<ContentChange> History { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<HelpfulnessCount> Helpfulness { get; private set; } = [];

    /// <summary>What the open version changes of what is served, and how it reads.</summary>
    public IReadOnlyList<DiffLine> Changes { get; private set; } = [];

    public CheckedText? Checked { get; private set; }

    public bool IsRed => Standing.Level == CurrencyLevel.Red;

    public string Title => Article?.Title ?? Text.Name;

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public DateEntry PublishOn { get; set; } = new();

    [BindProperty]
    public string? PublishTime { get; set; }

    [BindProperty]
    public DateEntry ReviewBy { get; set; } = new();

    public string NameOf(Guid? user) => user is { } id ? Names.GetValueOrDefault(id, "somebody who has left") : "Helpline";

    public string? NumberOf(string hash) => Versions.FirstOrDefault(v => v.Hash == hash && v.PublishedAt is not null) is { } version ? $"version {version.Number}"
        : hash == ShippedHash ? "shipped text" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();

    /// <summary>The text being served, or a version, as the Markdown file it is.</summary>
    public async Task<IActionResult> OnGetFileAsync(int? number, CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        var text = number is { } asked ? await Queries.TextAsync(Text.Path, asked, cancellationToken) : Served;
        return text is null ? NotFound() : File(System.Text.Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", $"{Text.Name}.md");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Article = Text.Kind == "articles" ? knowledge.Current.Articles.Find(Text.Name) : null;
        NodeId? node = Text.Kind switch
        {
            "articles" => new NodeId(NodeKind.Article, Text.Name),
            "letters" => new NodeId(NodeKind.Letter, Text.Name),
            _ => null,
        };
        Standing = standings.Of(node, Text.Path, await Queries.MarkOnAsync(Text.Path, cancellationToken));
        Notes = standings.ForEditors(Text.Path);
        History = await Queries.HistoryAsync(Text.Path, cancellationToken);
        Names = await Queries.NamesAsync([.. History.Select(h => h.UserId), .. Versions.SelectMany(v => (Guid?[])[v.AuthorId, v.EditorId, v.ReviewerId])], cancellationToken);
        Helpfulness = Article is null ? [] : await helpfulness.OfAsync(Article.Slug, cancellationToken);
        if (Open is { } open && await Queries.TextAsync(Text.Path, open.Number, cancellationToken) is { } text)
        {
            Changes = LineDiff.Of(Served ?? "", text);
            Checked = open.Status == VersionStatus.Draft ? null : Check.Check(Text.Path, text);
        }

        return Page();
    }
}
