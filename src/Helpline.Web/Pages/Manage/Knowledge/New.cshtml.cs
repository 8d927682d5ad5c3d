using System.Text.RegularExpressions;
using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Editing;
using Helpline.Web.Editing;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Begins a new text.</summary>
[Authorize(Policy = Policies.EditKnowledge)]
public sealed partial class NewModel(IKnowledgeBase knowledge, IContentCheck check, DraftService drafts, PublishingQueries queries, TimeProvider time) : PageModel
{
    private const int TitleLength = 150;

    [BindProperty]
    public string? Kind { get; set; } = "articles";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Topic { get; set; }

    public static IReadOnlyList<FieldOption> Kinds { get; } =
        [new("articles", "Article"), new("updates", "Update on case law or legislation"), new("letters", "Letter")];

    public IEnumerable<FieldOption> Topics => knowledge.Current.Topics.Select(t => new FieldOption(t.Id, t.Label));

    /// <summary>The backlog leads here with the words that were searched.</summary>
    public void OnGet(string? title) => Title = title?[..Math.Min(title.Length, TitleLength)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var name = Name?.Trim();
        if (Kind == "updates" && name is not null && !DayFirst().IsMatch(name))
        {
            name = $"{time.LondonToday():yyyy-MM-dd}-{name}";
        }

        if (ContentFile.Of(Kind, name) is not { } file)
        {
            ModelState.AddModelError(nameof(Name), "The name may hold small letters, digits and hyphens, for example 'asking-for-a-review'");
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Title) || Title.Length > TitleLength)
        {
            ModelState.AddModelError(nameof(Title), "Enter a title of at most 150 characters");
        }

        if (!knowledge.Current.Topics.Contains(Topic))
        {
            ModelState.AddModelError(nameof(Topic), "Choose the chief topic");
        }

        if (check.Shipped(file.Path) is not null || (await queries.VersionsAsync(file.Path, cancellationToken)).Count > 0)
        {
            ModelState.AddModelError(nameof(Name), "There is a text of that name already");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var text = NewTexts.For(file, Title!.Trim(), Topic!, time.LondonToday());
        await drafts.StartAsync(new ContentText { Path = file.Path, Text = text, Hash = check.Hash(text) }, isNew: true, new EditContext(User.UserId()), cancellationToken);
        return Redirect($"{file.Address}/edit");
    }

    [GeneratedRegex(@"\A20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])-.")]
    private static partial Regex DayFirst();
}
