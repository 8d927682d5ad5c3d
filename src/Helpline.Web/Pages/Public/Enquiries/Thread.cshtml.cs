using Helpline.Core.Enquiries;
using Helpline.Core.Feedback;
using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Public.Ask;
using Helpline.Web.Pages.Public.Feedback;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public.Enquiries;

/// <summary>
/// An enquiry as its enquirer sees it. The secret of a mail's link is exchanged for a cookie at once, so that it does not stay in the
/// address.
/// </summary>
[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class ThreadModel(
    EnquiryAccess access, EnquiryCookie cookie, EnquiryQueries queries, EnquiryService enquiries, FeedbackService feedback, IKnowledgeBase knowledge)
    : PageModel
{
    private readonly KnowledgeSnapshot known = knowledge.Current;
    private EnquiryView? view;

    [FromRoute(Name = "reference")]
    public string Reference { get; init; } = "";

    [BindProperty]
    public string? FollowUp { get; set; }

    [BindProperty]
    public RatingInput Rating { get; set; } = new();

    public bool HasRated { get; private set; }

    public bool IsOpen => view is not null;

    public EnquiryView View => view ?? throw new InvalidOperationException("Nothing to show.");

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "key")] string? key)
    {
        if (key is not null)
        {
            var asked = await access.BySecretAsync(Reference, key, HttpContext.RequestAborted);
            if (asked.Outcome != AccessOutcome.Granted)
            {
                Response.StatusCode = StatusCodes.Status404NotFound;
                return Page();
            }

            cookie.Grant(HttpContext, asked.EnquiryId!.Value, asked.Reference!);
            return Redirect(EnquiryCookie.AddressOf(asked.Reference!));
        }

        if (!await LoadAsync())
        {
            return AskForProof();
        }

        var said = await feedback.FindAsync(View.AnsweredContactId ?? default, HttpContext.RequestAborted);
        HasRated = said?.GivenAt is not null;
        Rating = RatingInput.From(said);
        return Page();
    }

    public async Task<IActionResult> OnPostFollowUpAsync()
    {
        if (!await LoadAsync())
        {
            return AskForProof();
        }

        var text = Typed.Clean(FollowUp);
        if (text is null || text.Length > Enquiry.QuestionLength)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(FollowUp), text is null
                ? "Enter your follow-up question"
                : FormattableString.Invariant($"Your follow-up question must be {Enquiry.QuestionLength:N0} characters or fewer. It has {text.Length:N0}"));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        // Whatever the outcome, the page it leads to shows it: the follow-up in the thread, or that there was one already.
        await enquiries.FollowUpAsync(View.Id, text, HttpContext.RequestAborted);
        return Redirect(EnquiryCookie.AddressOf(View.Reference));
    }

    public async Task<IActionResult> OnPostRateAsync()
    {
        if (!await LoadAsync())
        {
            return AskForProof();
        }

        if (View.AnsweredContactId is not { } contactId)
        {
            return Redirect(EnquiryCookie.AddressOf(View.Reference));
        }

        if (!ModelState.Accept(new RatingValidator().Validate(Rating), nameof(Rating)))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await feedback.GiveAsync(contactId, Rating.ToInput(), HttpContext.RequestAborted);
        return Redirect(EnquiryCookie.AddressOf(View.Reference) + "#rating");
    }

    /// <summary>The message, with links to the articles it cites.</summary>
    public IHtmlContent Text(EnquiryMessageView message) => MessageText.Of(message, slug => PublicArticle(slug) is not null);

    /// <summary>The articles an answer cites that the public site still shows.</summary>
    public IReadOnlyList<Article> Articles(EnquiryMessageView message) =>
        [.. message.Citations.Select(c => PublicArticle(c.ArticleSlug)).OfType<Article>().DistinctBy(a => a.Slug)];

    private Article? PublicArticle(string slug) => known.Articles.Find(slug) is { IsPublic: true } article ? article : null;

    private async Task<bool> LoadAsync()
    {
        if (EnquiryReference.TryRead(Reference, out var reference) && cookie.Read(HttpContext, reference) is { } id)
        {
            view = await queries.FindAsync(id, HttpContext.RequestAborted);
        }

        if (view is not null)
        {
            cookie.Grant(HttpContext, view.Id, view.Reference);
        }

        return view is not null;
    }

    /// <summary>The same for a reference that exists and one that does not.</summary>
    private RedirectToPageResult AskForProof() =>
        RedirectToPage("/Public/Enquiries/Access", EnquiryReference.TryRead(Reference, out var known) ? new { reference = known } : null);
}
