using Helpline.Analytics.Facts;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Figures;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Contacts;

/// <summary>A contact that was no enquiry ends with one key and counts as none.</summary>
public sealed class EndingTests : IAsyncLifetime
{
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, time);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task EndWithoutEnquiryAsync_WhileTalking_CutsTheLineClosesAndFreesTheAdviser()
    {
        var (adviser, contactId, sid) = await TalkAsync();

        Assert.Equal(ContactOutcome.Done, await EndAsync(contactId, adviser, "hoax"));

        Assert.Contains(host.Phone.Asked, a => a.Verb == "hang-up" && a.Call.ProviderCallId == sid);
        Assert.DoesNotContain(host.Phone.Asked, a => a.Verb == "end");
        var contact = await ContactAsync(contactId);
        Assert.Equal((ContactStatus.Closed, "hoax", true), (contact.Status, contact.DispositionCode, contact.IsNonData));
        var after = await host.Read(db => db.Advisers.AsNoTracking().SingleAsync(a => a.Id == adviser));
        Assert.Equal((Activity.Idle, (ContactId?)null), (after.Activity, after.ContactId));
        Assert.False(await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default)));
        Assert.Equal(ContactOutcome.NotNow, await EndAsync(contactId, adviser, "hoax"));
    }

    [Fact]
    public async Task EndWithoutEnquiryAsync_WhenTheProviderRefuses_LeavesThemTalking()
    {
        var (adviser, contactId, _) = await TalkAsync();
        host.Phone.Answer = CallControlOutcome.Refused;

        Assert.Equal(ContactOutcome.LineRefused, await EndAsync(contactId, adviser, "silent"));

        Assert.Equal(ContactStatus.InProgress, (await ContactAsync(contactId)).Status);
        Assert.Equal(ContactOutcome.NotYours, await EndAsync(contactId, await host.AdviserAsync(), "silent"));
    }

    [Fact]
    public async Task EndWithoutEnquiryAsync_AfterTheCallerHungUp_ClosesTheWrapUp()
    {
        var (adviser, contactId, sid) = await TalkAsync();
        await host.Do<CallService, bool>(s => s.CallerLeftAsync(sid, default));

        Assert.Equal(ContactOutcome.Done, await EndAsync(contactId, adviser, "abusive"));

        Assert.Equal(ContactStatus.Closed, (await ContactAsync(contactId)).Status);
        Assert.DoesNotContain(host.Phone.Asked, a => a.Verb == "hang-up");
    }

    [Fact]
    public async Task EndWithoutEnquiryAsync_InTheFigures_IsCountedApartAndHasNoHandling()
    {
        var (adviser, contactId, _) = await TalkAsync();
        time.Advance(TimeSpan.FromMinutes(7));
        await EndAsync(contactId, adviser, "silent");

        var calls = await host.Do<LiveFiguresQueries, CallsToday>(q => q.CallsAsync(LondonDay.Today(time), default));
        Assert.Equal((1, 0, 0, 0), (calls.NonData, calls.Arrived, calls.Answered, calls.Handled));
        time.Advance(TimeSpan.FromMinutes(3));
        await host.PostAsync();
        var facts = Assert.Single(host.Facts.Contacts).Value;
        Assert.Equal(("silent", HandlingBand.NotHandled, (SatisfactionScores?)null), (facts.OutcomeCode, facts.HandlingBand, facts.SatisfactionScores));
    }

    private async Task<(AdviserId Adviser, ContactId Contact, string Sid)> TalkAsync()
    {
        var adviser = await host.AdviserAsync();
        var (sid, contactId) = await host.CallerAsync();
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        return (adviser, contactId, sid);
    }

    private Task<ContactOutcome> EndAsync(ContactId contact, AdviserId adviser, string code) =>
        host.Do<ContactService, ContactOutcome>(s => s.EndWithoutEnquiryAsync(contact, adviser, code, default));

    private Task<Contact> ContactAsync(ContactId id) => host.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == id));
}
