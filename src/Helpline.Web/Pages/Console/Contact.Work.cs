using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Console;

/// <summary>What an adviser does with the contact. Each answers with the outcome's name, so that the island can say it in words.</summary>
public sealed partial class ContactModel
{
    public async Task<IActionResult> OnPostRecordAsync([FromForm] ContactForm form, CancellationToken cancellationToken)
    {
        var known = knowledge.Current;
        var topic = known.Topics.Find(form.TopicId);
        var outcome = known.Outcomes.Find(form.DispositionCode) is { Reserved: false } chosen ? chosen : null;
        var authority = authorities.ByCode(form.AuthorityCode);
        var record = new ContactRecord
        {
            TopicId = topic?.Id,
            TopicGroupId = topic?.Group ?? await GroupSaidAsync(cancellationToken),
            AuthorityCode = authority?.Code,
            RegionCode = authority?.RegionCode ?? authorities.RegionByCode(form.RegionCode)?.Code,
            StageId = known.Stages.Find(form.StageId)?.Id,
            EnquirerRoleId = known.EnquirerRoles.Find(form.EnquirerRoleId)?.Id,
            AgeBand = Core.Enquiries.AgeBand.Find(form.AgeBand)?.Code,
            EnquirerName = Within(form.EnquirerName, Core.Contacts.Contact.IdentifierLength),
            Notes = Within(form.Notes, Core.Contacts.Contact.NotesLength),
            DispositionCode = outcome?.Id,
            IsNonData = outcome?.NonData ?? false,
            ReferralCodes = [.. form.ReferralCodes.Where(known.ReferralDestinations.Contains).Distinct()],
        };
        return await DoAsync(a => contacts.RecordAsync(new ContactId(Id), a, record, cancellationToken));
    }

    public async Task<IActionResult> OnPostCiteAsync([FromForm] string slug, CancellationToken cancellationToken)
    {
        if (knowledge.Current.Articles.Find(slug) is not { } article)
        {
            return Outcome("unknownArticle", StatusCodes.Status400BadRequest);
        }

        watch.UsedInConsole(User.UserId());
        return await CitedAsync(a => contacts.CiteAsync(new ContactId(Id), a, article.Slug, article.Version, cancellationToken), cancellationToken);
    }

    public Task<IActionResult> OnPostUnciteAsync([FromForm] string slug, CancellationToken cancellationToken) =>
        CitedAsync(a => contacts.UnciteAsync(new ContactId(Id), a, slug ?? "", cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostNoArticleHelpedAsync([FromForm] bool none, CancellationToken cancellationToken) =>
        DoAsync(a => contacts.NoArticleHelpedAsync(new ContactId(Id), a, none, cancellationToken));

    public Task<IActionResult> OnPostHoldAsync(CancellationToken cancellationToken) =>
        DoAsync(a => contacts.HoldAsync(new ContactId(Id), a, onHold: true, cancellationToken));

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        DoAsync(a => contacts.HoldAsync(new ContactId(Id), a, onHold: false, cancellationToken));

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) =>
        DoAsync(a => contacts.EndConversationAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostHandBackAsync(CancellationToken cancellationToken) =>
        DoAsync(a => contacts.HandBackAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostExtendAsync(CancellationToken cancellationToken) =>
        DoAsync(a => contacts.ExtendWrapUpAsync(new ContactId(Id), a, cancellationToken));

    public Task<IActionResult> OnPostCompleteAsync(CancellationToken cancellationToken) =>
        DoAsync(a => contacts.CompleteAsync(new ContactId(Id), a, cancellationToken));

    public async Task<IActionResult> OnPostDraftAsync([FromForm] string? body, [FromForm] long version, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        var saved = await enquiries.SaveDraftAsync(new ContactId(Id), adviserId, body ?? "", version, cancellationToken);
        return new JsonResult(new { outcome = Name(saved.Outcome), version = saved.Version });
    }

    public async Task<IActionResult> OnPostSendAsync([FromForm] string? body, [FromForm] long version, [FromForm] string? previewed, [FromForm] bool nothingPersonal, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        if (previewed is not null && !nothingPersonal)
        {
            return Outcome("textNotConfirmed", StatusCodes.Status409Conflict);
        }

        var inText = await InTextAsync(adviserId, body ?? "", previewed, cancellationToken);
        var sent = await enquiries.SendAnswerAsync(
            new SendAnswer { ContactId = new ContactId(Id), AdviserId = adviserId, Body = body ?? "", DraftVersion = version, InText = inText }, cancellationToken);
        return Outcome(Name(sent), sent == SendAnswerOutcome.Sent ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static string? Within(string? text, int length) =>
        string.IsNullOrWhiteSpace(text) ? null : text[..Math.Min(text.Length, length)];

    private static string Name<T>(T outcome)
        where T : struct, Enum
    {
        var name = outcome.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static JsonResult Outcome(string name, int status = StatusCodes.Status200OK) => new(new { outcome = name }) { StatusCode = status };

    private async Task<string?> GroupSaidAsync(CancellationToken cancellationToken) =>
        await LoadAsync(everything: false, cancellationToken) ? View.Contact.TopicGroupId : null;

    private async Task<IActionResult> DoAsync(Func<AdviserId, Task<ContactOutcome>> work)
    {
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        var outcome = await work(adviserId);
        return Outcome(Name(outcome), outcome == ContactOutcome.Done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> CitedAsync(Func<AdviserId, Task<ContactOutcome>> work, CancellationToken cancellationToken)
    {
        var done = await DoAsync(work);
        return done is JsonResult { StatusCode: StatusCodes.Status200OK } && await LoadAsync(everything: false, cancellationToken)
            ? Partial("_Cited", this)
            : done;
    }
}

/// <summary>The contact form as the page sends it; unknown codes count as not chosen.</summary>
public sealed class ContactForm
{
    public string? TopicId { get; set; }
    public string? AuthorityCode { get; set; }
    public string? RegionCode { get; set; }
    public string? StageId { get; set; }
    public string? EnquirerRoleId { get; set; }
    public string? AgeBand { get; set; }
    public string? EnquirerName { get; set; }
    public string? Notes { get; set; }
    public string? DispositionCode { get; set; }
    public List<string> ReferralCodes { get; set; } = [];
}
