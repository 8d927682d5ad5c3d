using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Core.Recall;
using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Editing;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>The contacts answered with an article: ids, references and codes. Looking is recorded. A re-contact list starts here.</summary>
[Authorize(Policy = Policies.Recall)]
public sealed class UseModel(
    IKnowledgeBase knowledge, PublishingQueries queries, IContentCheck check, RecallQueries recalls, RecallService service, TimeProvider time) : FilePage(queries, check)
{
    [BindProperty(SupportsGet = true)]
    public DateEntry From { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public DateEntry To { get; set; } = new();

    /// <summary>The version asked for, as citations name it; empty for any.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public string? ArticleVersion { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Period? Days { get; private set; }

    public IReadOnlyList<GivenAnswer> Answers { get; private set; } = [];

    public Article? Article => knowledge.Current.Articles.Find(Text.Name);

    public IEnumerable<FieldOption> VersionChoices =>
        [.. Versions.Where(v => v.PublishedAt is not null).Select(v => new FieldOption(v.Hash, $"Version {v.Number}")),
         .. ShippedHash is { } shipped ? [new FieldOption(shipped, "Shipped text")] : Array.Empty<FieldOption>()];

    public string VersionName(string hash) => VersionChoices.FirstOrDefault(c => c.Value == hash)?.Text ?? "An earlier text";

    public string TopicLabel(string? id) => knowledge.Current.Topics.Find(id)?.Label ?? "no topic recorded";

    public Task<bool> IsRedAsync(CancellationToken cancellationToken) => Queries.IsWrongAsync(Text.Path, cancellationToken);

    public bool IsRed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Kind != "articles" || !await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        await ReadAsync(cancellationToken);
        await Queries.NoteUseListedAsync(Text.Path, By($"{Answers.Count} contacts"), cancellationToken);
        return Page();
    }

    /// <summary>Starts a re-contact list of what is shown; only for an article that is marked wrong.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Kind != "articles" || !await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        await ReadAsync(cancellationToken);
        if (!IsRed)
        {
            ModelState.AddModelError("", "Mark the article as wrong first: a re-contact list says that what we told people was wrong");
        }

        if (Days is { } days && ModelState.IsValid)
        {
            var (outcome, id) = await service.StartAsync(
                new StartRecall
                {
                    ArticleSlug = Text.Name,
                    ArticleVersion = string.IsNullOrEmpty(ArticleVersion) ? null : ArticleVersion,
                    From = days.From,
                    Until = days.Until,
                    Reason = Reason ?? "",
                },
                User.UserId(),
                cancellationToken);
            if (outcome == RecallOutcome.Done)
            {
                return Redirect($"/manage/knowledge/recalls/{id}");
            }

            ModelState.AddModelError(outcome == RecallOutcome.NobodyAnswered ? "" : nameof(Reason), RecallWords.Of(outcome));
        }

        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        IsRed = await IsRedAsync(cancellationToken);
        Days = Period.Read(From, To, time.LondonToday(), ModelState.AddModelError);
        if (Days is { } days)
        {
            Answers = await recalls.AnsweredAsync(
                Text.Name, string.IsNullOrEmpty(ArticleVersion) ? null : ArticleVersion, days.From, days.Until, cancellationToken);
        }
    }
}
