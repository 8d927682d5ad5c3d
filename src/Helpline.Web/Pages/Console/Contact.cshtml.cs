using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Legs;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Locations;
using Helpline.Core.Recordings;
using Helpline.Core.Texts;
using Helpline.Knowledge;
using Helpline.Knowledge.Currency;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Letters;
using Helpline.Knowledge.Macros;
using Helpline.Knowledge.Taxonomy;
using Helpline.Web.Editing;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Pages.Console;

/// <summary>The contact an adviser has: reading it. What is done with it is in the other part.</summary>
public sealed partial class ContactModel(
    ContactQueries queries,
    ContactService contacts,
    ClockQueries clockQueries,
    EnquiryQueries enquiryQueries,
    EnquiryService enquiries,
    LegQueries legs,
    ConsultService consults,
    PassService passing,
    OutsideService outside,
    OutsideNumberService outsideNumbers,
    HelpService help,
    RecordingService recordings,
    IKnowledgeBase knowledge,
    AuthorityDirectory authorities,
    IVoicemails voicemails,
    TimeProvider time,
    Standings standings,
    SearchWatch watch,
    TextService texts,
    AdjustmentService adjustments,
    BookingQueries bookings,
    BookingService booking,
    IOptions<BookingOptions> bookingOptions,
    IHostEnvironment environment,
    OwnPhoneService ownPhones,
    SiteAddress site) : PageModel
{
    [FromRoute(Name = "id")]
    public Guid Id { get; init; }

    public ContactView View { get; private set; } = null!;

    public EnquiryDesk? Enquiry { get; private set; }

    /// <summary>What was said before a booked call; null where none was booked.</summary>
    public BookingDesk? Booking { get; private set; }

    public IReadOnlyList<EarlierContact> Earlier { get; private set; } = [];

    public bool IsParked { get; private set; }

    /// <summary>Whether the adviser's line, which is being brought up, is their own telephone.</summary>
    public bool RingsOwnPhone { get; private set; }

    /// <summary>Who else is on the call.</summary>
    public OthersOnCall Others { get; private set; } = new();

    /// <summary>What is recorded, because the caller agreed.</summary>
    public CallRecording? Recording { get; private set; }

    /// <summary>Whether the contact is a colleague's, who asked the adviser into its call.</summary>
    public bool IsConsulted { get; private set; }

    public IReadOnlyList<TopicGroup> Groups => knowledge.Current.TopicGroups;

    public IReadOnlyList<ClockEvent> ClockEvents => knowledge.Current.ClockEvents;

    /// <summary>The letters, those on the contact's topic first.</summary>
    public IReadOnlyList<LetterTemplate> Letters => [.. knowledge.Current.Letters.OrderByDescending(l => l.Topics.Contains(View.Contact.TopicId, StringComparer.Ordinal))];

    /// <summary>Passages for an answer, those on the contact's topic first.</summary>
    public IReadOnlyList<Macro> Macros => [.. knowledge.Current.Macros.OrderByDescending(m => m.Topics.Contains(View.Contact.TopicId, StringComparer.Ordinal))];

    public IReadOnlyList<Stage> Stages => [.. knowledge.Current.Stages.OrderBy(s => s.Order)];

    public IReadOnlyList<EnquirerRole> EnquirerRoles => knowledge.Current.EnquirerRoles;

    public IReadOnlyList<Outcome> Outcomes => [.. knowledge.Current.Outcomes.Where(o => !o.Reserved)];

    public IReadOnlyList<ReferralDestination> Destinations => knowledge.Current.ReferralDestinations;

    public string Title => View.Contact switch
    {
        { IsVoicemail: true } => "Voicemail",
        { Channel: Channel.Enquiry } => "Written enquiry",
        { Channel: Channel.Callback } => "Call-back",
        _ => "Call",
    };

    public string PlaceName => authorities.ByCode(View.Contact.AuthorityCode)?.Name ?? authorities.RegionByCode(View.Contact.RegionCode)?.Name ?? "";

    public string? SaidGroup => knowledge.Current.TopicGroups.Find(View.Contact.TopicGroupId)?.Label;

    public string? Number => View.Contact.EnquirerNumber;

    public bool CanRecord => View.Contact.Status is ContactStatus.InProgress or ContactStatus.WrapUp;

    public ContactPhase Phase => View.Contact.Status switch
    {
        ContactStatus.WrapUp => ContactPhase.WrapUp,
        ContactStatus.InProgress when IsParked => ContactPhase.Parked,
        ContactStatus.InProgress when !View.Contact.IsLive => ContactPhase.Writing,
        ContactStatus.InProgress => View.Call switch
        {
            { State: CallState.Connected, HeldSince: not null } => ContactPhase.OnHold,
            { State: CallState.Connected } => ContactPhase.Talking,
            _ => ContactPhase.Connecting,
        },
        ContactStatus.Waiting or ContactStatus.Offered or ContactStatus.Closed or ContactStatus.Abandoned => ContactPhase.Over,
    };

    public IReadOnlyList<Topic> TopicsIn(string groupId) => knowledge.Current.TopicsIn(groupId);

    public string TopicLabel(string? id) => knowledge.Current.Topics.Find(id)?.Label ?? "no topic recorded";

    public string OutcomeLabel(string? id) => knowledge.Current.Outcomes.Find(id)?.Label ?? "no outcome recorded";

    public string ArticleTitle(string slug) => knowledge.Current.Articles.Find(slug)?.Title ?? slug;

    public Standing StandingOf(string slug) => standings.Of(slug);

    public Standing StandingOf(Macro macro) => standings.Of(new NodeId(NodeKind.Macro, macro.Id));

    public bool IsReferredTo(string id) => View.Contact.ReferralCodes?.Split(';').Contains(id) ?? false;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(everything: true, cancellationToken) ? NotFound()
        : IsConsulted ? Partial("_Consulted", this)
        : Page();

    public async Task<IActionResult> OnGetBarAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(everything: false, cancellationToken) ? NotFound()
        : IsConsulted ? Partial("_ConsultedBar", this)
        : Partial("_Bar", this);

    /// <summary>The message a caller left, to whoever has the contact.</summary>
    public async Task<IActionResult> OnGetVoicemailAsync(CancellationToken cancellationToken) =>
        await LoadAsync(everything: false, cancellationToken)
            && View.Call?.RecordingId is { } recordingId
            && await voicemails.FetchAsync(recordingId, cancellationToken) is { } sound
            ? File(sound, "audio/wav")
            : NotFound();

    private async Task<bool> LoadAsync(bool everything, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (User.AdviserId() is not { } adviserId
            || await queries.OpenAsync(new ContactId(Id), adviserId, User.UserId(), cancellationToken) is not { } view)
        {
            return false;
        }

        View = view;
        IsConsulted = view.Contact.AdviserId != adviserId;
        if (view.Call is not null)
        {
            Others = await legs.OfAsync(view.Contact.Id, cancellationToken);
            Recording = await recordings.OfAsync(view.Contact.Id, cancellationToken);
        }

        IsParked = (await queries.DeskAsync(adviserId, cancellationToken))?.ContactId is { } current
            && current != view.Contact.Id && !view.Contact.IsLive;
        RingsOwnPhone = Phase == ContactPhase.Connecting && view.Call is not { RungAt: not null } && await ownPhones.IsUsedByAsync(adviserId, cancellationToken);
        if (everything)
        {
            await ReadClockAsync(null, cancellationToken);
            await ReadTextsAsync(null, cancellationToken);
            await ReadAdjustmentsAsync(cancellationToken);
            await ReadBookAsync(null, cancellationToken);
            Earlier = await queries.EarlierAsync(view.Contact.Id, cancellationToken);
            Booking = User.AdviserId() is { } reader ? await bookings.ForContactAsync(view.Contact.Id, reader, cancellationToken) : null;
            Enquiry = view.Contact.Channel == Channel.Enquiry
                ? await enquiryQueries.ForContactAsync(view.Contact.Id, adviserId, User.UserId(), cancellationToken)
                : null;
        }

        return true;
    }
}
