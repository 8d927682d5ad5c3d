using System.Xml.Linq;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator.Calls;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>Messages that must not be lost: by one notice alone, by none, and while we are down.</summary>
public class FallbackTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Paths.Recording)]
    [InlineData(Paths.MessageDone)]
    public async Task Message_OneNoticeLost_IsKept(string lost)
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(lost, StringComparison.Ordinal);

        var call = await LeaveMessageAsync(centre);

        var contact = await centre.ContactAsync(call);
        Assert.Equal((ContactStatus.Waiting, true), (contact.Status, contact.IsVoicemail));
    }

    [Fact]
    public async Task Message_BothNoticesLost_IsKeptByTheReconcilerOnce()
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(Paths.Recording, StringComparison.Ordinal)
            || url.AbsolutePath.EndsWith(Paths.MessageDone, StringComparison.Ordinal);
        var call = await LeaveMessageAsync(centre);
        Assert.False((await centre.ContactAsync(call)).IsVoicemail);

        Assert.True(await centre.ReconcileAsync() > 0);
        await centre.ReconcileAsync();

        Assert.True((await centre.ContactAsync(call)).IsVoicemail);
        Assert.Equal(0, await centre.ReconcileAsync());
    }

    [Fact]
    public async Task CallerLeavingAMessage_IsOfferedToNobody()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.UntilHeardAsync(call, "press 1 at any time");
        await centre.PressAsync(call, "1");
        await centre.UntilAsync(call, CallState.Voicemail, 10);

        var adviser = await centre.AdviserAsync();

        Assert.Null(await centre.OfferAsync(adviser));
    }

    [Fact]
    public async Task Down_CallerHearsTheStaticDocumentAndTheMessageIsWorkAfterwards()
    {
        await using var centre = await PhoneCentre.StartAsync(PhoneCentre.UseStaticFallback);
        await centre.HostFallbackAsync();
        await centre.StopAppAsync();

        var call = await centre.RingInAsync();
        await centre.UntilBeepAsync(call);
        await centre.SayAsync(call, "Please ring me about my son, who has no school.");
        await centre.AdvanceAsync(20);
        Assert.Contains(PhoneCentre.Heard(call), t => t.Contains("Monday, from 9 in the morning", StringComparison.Ordinal) && t.Contains("helpline, dot, test", StringComparison.Ordinal));
        Assert.Contains(PhoneCentre.Heard(call), t => t.StartsWith("Thank you. We have your message", StringComparison.Ordinal));
        await centre.StartAppAsync();
        Assert.Equal(1, await centre.ReconcileAsync());
        await centre.ReconcileAsync();

        var contact = await centre.ContactAsync(call);
        Assert.Equal((ContactStatus.Waiting, true, PhoneCentre.Parent), (contact.Status, contact.IsVoicemail, contact.EnquirerNumber));
        Assert.Equal(1, await centre.InAsync<HelplineDbContext, int>(db => db.Contacts.CountAsync(Stop)));
        Assert.Equal(CallState.Ended, (await centre.CallAsync(call)).State);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Export_WritesTwoDocumentsThatNameEachOtherAndOurAddress()
    {
        await using var centre = await PhoneCentre.StartAsync();

        await centre.HostFallbackAsync();

        var apology = XDocument.Parse(centre.Webhooks.Elsewhere[new Uri(PhoneCentre.FallbackAddress)]);
        var record = apology.Descendants("Record").First();
        Assert.Equal(("fallback-thanks.xml", "GET"), ((string?)record.Attribute("action"), (string?)record.Attribute("method")));
        Assert.StartsWith($"{PhoneCentre.Site}/twilio/voice/fallback-message#", (string?)record.Attribute("recordingStatusCallback"), StringComparison.Ordinal);
        Assert.Equal(2, centre.Webhooks.Elsewhere.Count);
    }

    private static async Task<SimulatedCall> LeaveMessageAsync(PhoneCentre centre)
    {
        var call = await centre.WaitingCallerAsync();
        await centre.UntilHeardAsync(call, "press 1 at any time");
        await centre.PressAsync(call, "1");
        await centre.UntilBeepAsync(call);
        await centre.SayAsync(call, "Please ring me about my son.");
        await centre.AdvanceAsync(20);
        return call;
    }
}
