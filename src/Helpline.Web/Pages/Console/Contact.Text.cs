using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Texts;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Console;

/// <summary>Texts: to the person after the conversation, and an answer that goes into a text. Nothing leaves that was not shown first.</summary>
public sealed partial class ContactModel
{
    private const string CannotReceive = "This number can’t receive texts. Enter a UK mobile number, such as 07700 900123";

    public TextPanel Texts { get; private set; } = new();

    public (string Body, int Segments, string Mark)? AnswerText { get; private set; }

    public string ReplyWords => Enquiry!.Reply switch
    {
        ReplyRoute.Email => "They get a link by e-mail.",
        ReplyRoute.ComeBack => "They come back with their reference and PIN.",
        ReplyRoute.Text when !UkMobile.Is(Number) => "They wrote by text, from a number that can’t receive texts: nobody is told of the answer.",
        ReplyRoute.Text => "They wrote by text and get a link by text.",
    };

    /// <summary>The cited articles that a text may name: only what the public can read.</summary>
    public IReadOnlyList<string> TextArticles => [.. View.Contact.Citations.OrderBy(c => c.CitedAt).Select(c => c.ArticleSlug).Distinct()
        .Where(slug => knowledge.Current.Articles.Find(slug)?.IsPublic == true)];

    public Task<IActionResult> OnPostTextPreviewAsync([FromForm] TextForm form, CancellationToken cancellationToken) =>
        TextAsync(form, send: false, cancellationToken);

    public Task<IActionResult> OnPostTextAsync([FromForm] TextForm form, CancellationToken cancellationToken) =>
        TextAsync(form, send: true, cancellationToken);

    public async Task<IActionResult> OnPostAnswerPreviewAsync([FromForm] string? body, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId || !await LoadAsync(everything: false, cancellationToken))
        {
            return NotFound();
        }

        if (await InTextAsync(adviserId, body ?? "", "", cancellationToken) is { } inText)
        {
            AnswerText = (inText.Body, TextBody.SegmentsOf(inText.Body), TextService.MarkOf(View.Contact.EnquirerNumber, inText.Body));
        }

        return Partial("_AnswerText", this);
    }

    /// <summary>The thread as it is now: a text may have joined it.</summary>
    public async Task<IActionResult> OnGetThreadAsync(CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId || !await LoadAsync(everything: false, cancellationToken))
        {
            return NotFound();
        }

        Enquiry = await enquiryQueries.ForContactAsync(View.Contact.Id, adviserId, User.UserId(), cancellationToken);
        return Enquiry is null ? NotFound() : Partial("_Thread", this);
    }

    /// <summary>The answer as it goes into a text; null where the link alone is wanted.</summary>
    private async Task<AnswerInText?> InTextAsync(AdviserId adviserId, string body, string? previewed, CancellationToken cancellationToken) =>
        previewed is not null && await enquiryQueries.ForContactAsync(new ContactId(Id), adviserId, User.UserId(), cancellationToken) is { } desk
            ? new AnswerInText(TextWords.AnswerInText(desk.Reference, body, SiteOf()), previewed)
            : null;

    private async Task<IActionResult> TextAsync(TextForm form, bool send, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId || !await LoadAsync(everything: false, cancellationToken))
        {
            return NotFound();
        }

        var panel = new TextPanel
        {
            To = form.To ?? "",
            Confirmed = form.Confirmed,
            Agreed = form.Agreed ?? "",
            Articles = [.. TextArticles.Intersect((form.Articles ?? "").Split(';'))],
        };
        var body = Compose(panel);
        var error = await ErrorOfAsync(panel, body, cancellationToken);
        if (error is null && send)
        {
            error = !form.NothingPersonal ? ("nothingPersonal", "Confirm that nothing in it is about a child")
                : ErrorOf(await texts.SendAsync(
                    new SendText { ContactId = View.Contact.Id, AdviserId = adviserId, To = panel.To, Body = body, Previewed = form.Previewed }, cancellationToken));
            if (error is null)
            {
                panel = StartPanel() with { IsSent = true };
                await ReadTextsAsync(panel, cancellationToken);
                return Partial("_Text", this);
            }
        }

        var shown = error is null or { Item1: "nothingPersonal" or "preview" };
        UkMobile.TryRead(panel.To, out var to);
        await ReadTextsAsync(
            panel with { Error = error, Preview = shown ? body : null, Previewed = shown ? TextService.MarkOf(to, body) : null }, cancellationToken);
        return Partial("_Text", this);
    }

    private async Task<(string Field, string Message)?> ErrorOfAsync(TextPanel panel, string body, CancellationToken cancellationToken) =>
        !UkMobile.TryRead(panel.To, out var to) ? ("to", CannotReceive)
        : !panel.Confirmed ? ("confirmed", "Ask them whether this is their mobile, and that a text to it is safe")
        : await texts.HasOptedOutAsync(to, cancellationToken) ? ("to", "They have asked for no texts. They can text START to our number to have them again")
        : panel.Agreed.Trim().Length == 0 && panel.Articles.Count == 0 ? ("agreed", "Enter what was agreed, or choose an article")
        : panel.Agreed.Length > TextPanel.AgreedLength ? ("agreed", "What was agreed must be 300 characters or less")
        : !TextBody.Fits(body) ? ("agreed", $"The text has {TextBody.SegmentsOf(body)} parts and may have {TextBody.MostSegments}. Shorten it or leave an article out")
        : null;

    private static (string Field, string Message)? ErrorOf(TextOutcome outcome) => outcome switch
    {
        TextOutcome.Queued => null,
        TextOutcome.NotYours or TextOutcome.NotNow => ("preview", "This contact is not in your hands any more"),
        TextOutcome.Empty or TextOutcome.TooLong => ("agreed", "Enter what was agreed, in at most 4 parts"),
        TextOutcome.CannotReceive => ("to", CannotReceive),
        TextOutcome.OptedOut => ("to", "They have asked for no texts"),
        TextOutcome.NotPreviewed => ("preview", "This is not what you last saw. Read it again, then send it"),
    };

    private string SiteOf() => site.Of(Request, "");

    private string Compose(TextPanel panel)
    {
        IEnumerable<string> lines = [TextWords.From + panel.Agreed.Trim(), .. panel.Articles.Select(slug => $"{ArticleTitle(slug)}: {SiteOf()}/advice/{slug}")];
        return TextBody.Tidy(string.Join('\n', lines));
    }

    private TextPanel StartPanel() => new() { To = UkMobile.Is(Number) ? UkMobile.Display(Number) : "", Articles = TextArticles };

    private async Task ReadTextsAsync(TextPanel? panel, CancellationToken cancellationToken) =>
        Texts = (panel ?? StartPanel()) with { Sent = await texts.SentAsync(View.Contact.Id, cancellationToken) };
}

/// <summary>The form of a text as the page sends it.</summary>
public sealed class TextForm
{
    public string? To { get; set; }
    public bool Confirmed { get; set; }
    public string? Agreed { get; set; }
    public string? Articles { get; set; }
    public string? Previewed { get; set; }
    public bool NothingPersonal { get; set; }
}
