using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Knowledge.Currency;
using Helpline.Knowledge.Letters;
using Helpline.Web.Editing;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>A letter for the contact an adviser has, with what the contact says written in already. What is typed here is kept nowhere.</summary>
public sealed class LetterModel(
    ContactQueries queries, IKnowledgeBase knowledge, AuthorityDirectory authorities, LetterFiller filler, Standings standings, TimeProvider time) : PageModel
{
    [FromRoute(Name = "id")]
    public Guid Id { get; init; }

    [FromRoute(Name = "letter")]
    public string LetterId { get; init; } = "";

    public LetterView View { get; private set; } = null!;

    public Standing Standing { get; private set; } = Standing.Good;

    /// <summary>Whether it is marked wrong; then it is not filled.</summary>
    public bool IsWrong => Standing.Level == CurrencyLevel.Red;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public Task<IActionResult> OnPostAsync([FromForm(Name = "Values")] Dictionary<string, string?>? values, CancellationToken cancellationToken) =>
        ShowAsync(values ?? [], cancellationToken);

    private async Task<IActionResult> ShowAsync(Dictionary<string, string?>? typed, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (knowledge.Current.Letters.Find(LetterId) is not { } letter
            || User.AdviserId() is not { } adviserId
            || await queries.OpenAsync(new ContactId(Id), adviserId, User.UserId(), cancellationToken) is not { } open)
        {
            return NotFound();
        }

        Standing = standings.Of(new NodeId(NodeKind.Letter, letter.Id));
        var values = typed ?? letter.Fields.ToDictionary(f => f.Id, f => Known(f, open.Contact), StringComparer.Ordinal);
        View = new LetterView(letter, values, IsWrong ? null : filler.Fill(letter, values), time.LondonToday());
        return Page();
    }

    private string? Known(LetterField field, Contact contact) => field switch
    {
        { Event: { } happened } => contact.EventDates.FirstOrDefault(e => e.EventId == happened)?.Date.ToString("O", CultureInfo.InvariantCulture),
        { From: "authority" } => authorities.ByCode(contact.AuthorityCode)?.Name,
        { From: "enquirerName" } => contact.EnquirerName,
        _ => null,
    };
}
