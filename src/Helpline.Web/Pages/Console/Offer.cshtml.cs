using System.Globalization;
using Helpline.Core.Adjustments;
using Helpline.Core.Callbacks;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>The offer that rings, with what is known before the record is opened.</summary>
public sealed class OfferModel(ContactQueries contacts, IKnowledgeBase knowledge, AuthorityDirectory authorities, AdjustmentService adjustments) : PageModel
{
    public OfferView? Offer { get; private set; }

    /// <summary>What they have asked to have done differently; no free text.</summary>
    public string? Adjustments { get; private set; }

    public string Title => Offer switch
    {
        { AskedBy: { } colleague } => $"{colleague} asks you into a call",
        { IsVoicemail: true } => "A voicemail for you",
        { Channel: Channel.Voice } => "A call is ringing",
        { Channel: Channel.Callback } => "A caller to ring back",
        _ => "A written enquiry for you",
    };

    public string Topic => knowledge.Current.Topics.Find(Offer?.TopicId)?.Label
        ?? knowledge.Current.TopicGroups.Find(Offer?.TopicGroupId)?.Label
        ?? "Not said";

    public string Place => authorities.ByCode(Offer?.AuthorityCode)?.Name
        ?? authorities.RegionByCode(Offer?.RegionCode)?.Name
        ?? "Not said";

    /// <summary>Which attempt this is; null for anything but a callback.</summary>
    public string? Attempt => Offer is { Channel: Channel.Callback, CallbackMisses: var misses }
        ? $"Attempt {misses + 1} of {CallbackOptions.Attempts}. They are rung when you are on the line."
        : null;

    public string Earlier => Offer?.EarlierContacts switch
    {
        null or 0 => "None that we know of",
        1 => "1 from the same number or address",
        var n => $"{n} from the same number or address",
    };

    /// <summary>
    /// The day on which the adviser last had a contact from there; null when they never did. A number may be a family's or a school's, so it
    /// does not say that it was the same person.
    /// </summary>
    public string? Spoke => Offer?.SpokeAt is { } at ? $"You spoke with someone from this number or address on {Day(at)}" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (User.AdviserId() is not { } adviserId)
        {
            return Forbid();
        }

        Offer = (await contacts.DeskAsync(adviserId, cancellationToken))?.Offer;
        Adjustments = Offer is null ? null : AdjustmentWords.OfferLine(await adjustments.FindAsync(Offer.ContactId, cancellationToken));
        return Page();
    }

    private static string Day(DateTime utc) => utc.ToLondon().ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
