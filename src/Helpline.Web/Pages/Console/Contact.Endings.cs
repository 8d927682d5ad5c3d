using Helpline.Core.Contacts;
using Helpline.Knowledge.Taxonomy;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Console;

/// <summary>Endings of one key, for contacts that were no enquiry.</summary>
public sealed partial class ContactModel
{
    /// <summary>The outcomes with a key, in the order of the menu; the key is the letter that is pressed while the menu is open.</summary>
    public static IReadOnlyList<(string Code, char Key)> QuickCodes { get; } =
        [("silent", 'S'), ("hoax", 'H'), ("wrong-number", 'W'), ("abusive", 'A'), ("test-contact", 'T'), ("blank", 'B')];

    /// <summary>Those of them that the taxonomy knows as no enquiry.</summary>
    public IEnumerable<(Outcome Outcome, char Key)> QuickEndings =>
        QuickCodes.Select(q => (Outcome: knowledge.Current.Outcomes.Find(q.Code), q.Key)).Where(q => q.Outcome is { NonData: true }).Select(q => (q.Outcome!, q.Key));

    /// <summary>Whether the menu is shown: on calls and messages in hand. A question in writing is answered.</summary>
    public bool MayEndAtOnce => View.Contact.Channel != Channel.Enquiry && View.Contact.Status switch
    {
        ContactStatus.InProgress or ContactStatus.WrapUp => true,
        ContactStatus.Waiting or ContactStatus.Offered or ContactStatus.Closed or ContactStatus.Abandoned => false,
    };

    public async Task<IActionResult> OnPostNoEnquiryAsync([FromForm] string? code, CancellationToken cancellationToken) =>
        knowledge.Current.Outcomes.Find(code) is { NonData: true, Reserved: false } outcome
            ? await DoAsync(a => contacts.EndWithoutEnquiryAsync(new ContactId(Id), a, outcome.Id, cancellationToken))
            : Outcome("unknownOutcome", StatusCodes.Status400BadRequest);
}
