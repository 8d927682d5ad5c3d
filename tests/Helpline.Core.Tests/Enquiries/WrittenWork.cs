using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Enquiries;

/// <summary>Two nodes on one database with a written question, for what becomes of work under way.</summary>
public abstract class WrittenWork : IAsyncLifetime
{
    private readonly CentreDatabase database = new();

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    private protected CentreHost Node { get; private set; } = null!;

    private protected CentreHost OtherNode { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Node = await CentreHost.StartAsync(database, Time);
        OtherNode = await CentreHost.StartAsync(database, Time);
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await OtherNode.DisposeAsync();
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<ContactId> AskAsync(string form = "form-1") => (await Node.Do<EnquiryService, SubmittedEnquiry>(
        s => s.SubmitAsync(EnquiryCentre.Question(form), Stop))).ContactId;

    /// <summary>The adviser takes what rings.</summary>
    private protected async Task<ContactId> TakeAsync(AdviserId adviser)
    {
        var offer = await Node.PendingAsync(adviser) ?? throw new InvalidOperationException("Nothing rings.");
        Assert.Equal(AcceptOfferOutcome.Accepted, await Node.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, adviser, Stop)));
        return offer.ContactId;
    }

    /// <summary>An adviser writes an answer to a new question, half of it.</summary>
    private protected async Task<(AdviserId Adviser, ContactId Contact)> WritingAsync()
    {
        await AskAsync();
        var adviser = await Node.AdviserAsync();
        await Node.RouteAsync();
        var contact = await TakeAsync(adviser);
        Assert.Equal(SaveDraftOutcome.Saved, (await DraftAsync(contact, adviser, "Half an answer", 0)).Outcome);
        return (adviser, contact);
    }

    private protected Task<SavedDraft> DraftAsync(ContactId contact, AdviserId adviser, string body, long version) =>
        Node.Do<EnquiryService, SavedDraft>(s => s.SaveDraftAsync(contact, adviser, body, version, Stop));

    private protected Task<EnquiryDesk?> DeskAsync(ContactId contact, AdviserId adviser) =>
        Node.Do<EnquiryQueries, EnquiryDesk?>(q => q.ForContactAsync(contact, adviser, Guid.NewGuid(), Stop));

    private protected Task<ContactOutcome> HandBackAsync(ContactId contact, AdviserId adviser) =>
        Node.Do<ContactService, ContactOutcome>(s => s.HandBackAsync(contact, adviser, Stop));

    private protected Task<bool> DeclareAsync(AdviserId adviser, Presence presence) =>
        Node.Do<AdviserService, bool>(s => s.SetPresenceAsync(adviser, presence, null, Stop));

    /// <summary>These consoles, and no others, are alive for so long.</summary>
    private protected async Task PassAsync(TimeSpan time, params AdviserId[] alive)
    {
        Time.Advance(time);
        var now = Time.GetUtcNow().UtcDateTime;
        await Node.Read(db => db.Advisers.Where(a => alive.Contains(a.Id)).ExecuteUpdateAsync(s => s.SetProperty(a => a.HeartbeatAt, now), Stop));
    }

    private protected Task<Contact> ContactAsync(ContactId id) => Node.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == id, Stop));

    private protected Task<Adviser> AdviserAsync(AdviserId id) => Node.Read(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == id, Stop));

    private protected Task<List<string?>> HandedBackAsync(ContactId contact) => Node.Read(db => db.Timeline
        .Where(t => t.ContactId == contact && t.Kind == nameof(ContactHandedBack)).OrderBy(t => t.At).Select(t => t.Code).ToListAsync(Stop));
}
