using Helpline.Core.Advisers;
using Helpline.Core.Blocks;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Telephony.Simulator.Calls;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>Calls that are no enquiry, as the telephone service sees them: cut by an adviser, or turned away at the door.</summary>
public class NoEnquiryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_EndedWithoutEnquiry_HearsNoSurveyAndIsOverForBoth()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await AbusedAsync(centre, adviser);

        Assert.Equal(CallState.Ended, (await centre.CallAsync(call)).State);
        Assert.Equal(ContactStatus.Closed, (await centre.ContactAsync(call)).Status);
        Assert.Equal(Activity.Idle, (await centre.AdviserNowAsync(adviser)).Activity);
        Assert.DoesNotContain(PhoneCentre.Heard(call), t => t.Contains("Did we help you?", StringComparison.Ordinal));
        Assert.All(centre.World.Calls.All, leg => Assert.True(leg.Lifetime.IsCancellationRequested));
        Assert.Equal(0, await centre.ReconcileAsync());
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Incoming_FromABlockedNumber_HearsUntilWhenAndWhatElseAndRingsNobody()
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Times = 2;
        var adviser = await centre.AdviserAsync();
        var abused = await AbusedAsync(centre, adviser);
        var lastDay = DateOnly.FromDateTime(centre.Clock.GetUtcNow().UtcDateTime).AddDays(30);
        await BlockAsync(centre, abused, adviser, lastDay);

        var call = await centre.RingInAsync();
        await centre.AdvanceAsync(60);

        var heard = Assert.Single(PhoneCentre.Heard(call).Distinct());
        Assert.Contains("call 9 9 9", heard, StringComparison.Ordinal);
        Assert.Contains("write to us on our website", heard, StringComparison.Ordinal);
        Assert.Contains(Core.Hours.HoursText.SpokenDate(lastDay), heard, StringComparison.Ordinal);
        Assert.Equal(CallState.Ended, (await centre.CallAsync(call)).State);
        var contact = await centre.ContactAsync(call);
        Assert.Equal((ContactStatus.Closed, Contact.BlockedCode, (DateTime?)null), (contact.Status, contact.DispositionCode, contact.JoinedAt));
        Assert.Null(await centre.OfferAsync(adviser));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Incoming_WithheldOrAnotherNumber_IsNotTurnedAway()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        await BlockAsync(centre, await AbusedAsync(centre, adviser), adviser, DateOnly.FromDateTime(centre.Clock.GetUtcNow().UtcDateTime).AddDays(30));

        Assert.NotNull((await centre.ContactAsync(await centre.WaitingCallerAsync("anonymous"))).JoinedAt);
        Assert.NotNull((await centre.ContactAsync(await centre.WaitingCallerAsync("+447700900199"))).JoinedAt);
    }

    private static async Task<SimulatedCall> AbusedAsync(PhoneCentre centre, AdviserId adviser)
    {
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        var contact = (await centre.CallAsync(call)).ContactId;
        Assert.Equal(ContactOutcome.Done, await centre.InAsync<ContactService, ContactOutcome>(s => s.EndWithoutEnquiryAsync(contact, adviser, "abusive", Stop)));
        await centre.AdvanceAsync(5);
        return call;
    }

    private static async Task BlockAsync(PhoneCentre centre, SimulatedCall abused, AdviserId adviser, DateOnly lastDay)
    {
        var contact = (await centre.CallAsync(abused)).ContactId;
        await centre.InAsync<BlockService, ProposeBlockOutcome>(s => s.ProposeAsync(contact, "They shouted.", adviser, Stop));
        var block = await centre.InAsync<HelplineDbContext, BlockId>(db => db.Blocks.Select(b => b.Id).SingleAsync(Stop));
        Assert.Equal(DecideBlockOutcome.Done, await centre.InAsync<BlockService, DecideBlockOutcome>(s => s.ApproveAsync(block, lastDay, AdviserId.New(), Stop)));
    }
}
