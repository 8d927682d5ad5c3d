using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Enquiries;
using Helpline.Core.Outbox;
using Helpline.Core.Texts;
using Helpline.Telephony.Tests.Flow;
using Helpline.Telephony.Texts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Texts;

/// <summary>Texts over the simulated telephone service: in, out, reports, and all of them twice and in any order.</summary>
public sealed class TextFlowTests
{
    private const string Incoming = PhoneCentre.Site + TextPaths.Base + TextPaths.Incoming;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_FromAParent_IsAnEnquiryAcknowledgedAndDelivered()
    {
        await using var centre = await PhoneCentre.StartAsync();

        await TextInAsync(centre, "Can they refuse to assess? 😀");
        await PostAsync(centre);
        await centre.AdvanceAsync(5);

        Assert.Equal("Can they refuse to assess? 😀", Assert.Single((await EnquiryAsync(centre)).Messages).Body);
        var answered = centre.Webhooks.Log.Single(r => r.Path.EndsWith(TextPaths.Incoming, StringComparison.Ordinal));
        Assert.Equal((200, true), (answered.Status, answered.Answer.EndsWith("<Response/>", StringComparison.Ordinal)));
        var sent = centre.World.Messages.All.Single(m => !m.Inbound);
        Assert.Equal(PhoneCentre.Parent, sent.To);
        Assert.StartsWith("SEND Helpline: we have your text (HL-", sent.Body, StringComparison.Ordinal);
        var kept = Assert.Single(await OutAsync(centre));
        Assert.Equal((TextState.Delivered, sent.Sid), (kept.State, kept.ProviderId));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Webhooks_EachTwice_ChangeNothing()
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Times = 2;

        await TextInAsync(centre, "One");
        await TextInAsync(centre, "Two");
        await PostAsync(centre);
        await centre.AdvanceAsync(5);

        Assert.Equal(["One", "Two"], (await EnquiryAsync(centre)).Messages.Select(m => m.Body).Order(StringComparer.Ordinal));
        Assert.Single(centre.World.Messages.All, m => !m.Inbound);
        Assert.Equal(TextState.Delivered, Assert.Single(await OutAsync(centre)).State);
    }

    [Fact]
    public async Task Reports_AgainInAnyOrderAfterwards_DoNotTakeTheTextBack()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await TextInAsync(centre, "One");
        await PostAsync(centre);
        await centre.AdvanceAsync(5);
        var reports = centre.Webhooks.Log.Where(r => r.Path.EndsWith(TextPaths.Status, StringComparison.Ordinal)).ToList();
        Assert.True(reports.Count >= 3);

        foreach (var report in Enumerable.Reverse(reports).Concat(reports))
        {
            Assert.Equal(204, (await centre.Webhooks.AgainAsync(report, Stop)).Status);
        }

        Assert.Equal(TextState.Delivered, Assert.Single(await OutAsync(centre)).State);
    }

    [Fact]
    public async Task Reports_ReversedOrder_EndAsDelivered()
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(TextPaths.Status, StringComparison.Ordinal);
        await TextInAsync(centre, "One");
        await PostAsync(centre);
        var url = await StatusUrlAsync(centre);

        foreach (var status in (string[])["delivered", "sent", "sending", "queued"])
        {
            await centre.SendAsync(url, ("MessageSid", "SMx"), ("MessageStatus", status));
        }

        Assert.Equal(TextState.Delivered, Assert.Single(await OutAsync(centre)).State);
    }

    [Theory]
    [InlineData("30006", TextReasons.CannotReceive)]
    [InlineData("21614", TextReasons.CannotReceive)]
    [InlineData("30003", TextReasons.Unreachable)]
    [InlineData("30008", "refused-30008")]
    [InlineData("", "refused-unknown")]
    public async Task Report_Undelivered_SaysWhy(string code, string reason)
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Loses = (url, _) => url.AbsolutePath.EndsWith(TextPaths.Status, StringComparison.Ordinal);
        await TextInAsync(centre, "One");
        await PostAsync(centre);

        await centre.SendAsync(await StatusUrlAsync(centre), ("MessageSid", "SMx"), ("MessageStatus", "undelivered"), ("ErrorCode", code));

        var text = Assert.Single(await OutAsync(centre));
        Assert.Equal((TextState.NotDelivered, reason), (text.State, text.Reason));
        Assert.Equal([reason], await TimelineAsync(centre, nameof(TextNotDelivered)));
    }

    [Fact]
    public async Task Report_WithAnotherTextsNonce_IsRefused()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await TextInAsync(centre, "One");
        await PostAsync(centre);
        var url = (await StatusUrlAsync(centre)).Replace($"text={(await OutAsync(centre))[0].Id:N}", $"text={Guid.NewGuid():N}", StringComparison.Ordinal);

        Assert.Equal(403, (await centre.SendAsync(url, ("MessageSid", "SMx"), ("MessageStatus", "failed"))).Status);
    }

    [Fact]
    public async Task Stop_ThenAnAnswer_SendsNothingAndStartLetsTextsThroughAgain()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await TextInAsync(centre, "One");
        await PostAsync(centre);
        await TextInAsync(centre, "STOP");
        await TextInAsync(centre, "HELP");
        await PostAsync(centre);
        await centre.AdvanceAsync(5);

        Assert.Single(centre.World.Messages.All, m => !m.Inbound);
        Assert.True(await OptedOutAsync(centre));
        await TextInAsync(centre, "unstop");
        await TextInAsync(centre, "HELP");
        await PostAsync(centre);
        Assert.Contains("Ring us: 0808 157 0100", centre.World.Messages.All.Last(m => !m.Inbound).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ServiceKnowsOfAStopWeMissed_IsKept()
    {
        await using var centre = await PhoneCentre.StartAsync();
        await TextInAsync(centre, "One");
        centre.Webhooks.Loses = (_, body) => body.Contains("Body=STOP", StringComparison.Ordinal);
        await TextInAsync(centre, "STOP");

        await PostAsync(centre);

        Assert.True(await OptedOutAsync(centre));
        Assert.Equal(TextReasons.OptedOut, Assert.Single(await OutAsync(centre)).Reason);
    }

    [Fact]
    public async Task OptOutType_Present_IsStoredAndNothingSent()
    {
        await using var centre = await PhoneCentre.StartAsync();

        await centre.SendAsync(Incoming, ("MessageSid", "SM1"), ("From", PhoneCentre.Parent), ("Body", "arret"), ("OptOutType", "STOP"));
        Assert.True(await OptedOutAsync(centre));
        await centre.SendAsync(Incoming, ("MessageSid", "SM2"), ("From", PhoneCentre.Parent), ("Body", "start"), ("OptOutType", "START"));
        await centre.SendAsync(Incoming, ("MessageSid", "SM3"), ("From", PhoneCentre.Parent), ("Body", "help"), ("OptOutType", "HELP"));
        await PostAsync(centre);

        Assert.False(await OptedOutAsync(centre));
        Assert.Empty(centre.World.Messages.All);
        Assert.Empty(await EnquiriesAsync(centre));
    }

    [Theory]
    [InlineData("anonymous", null)]
    [InlineData("+266696687", null)]
    [InlineData("60777", "60777")]
    [InlineData("School", "School")]
    public async Task Text_FromNoMobile_IsTakenInAndNotAnswered(string from, string? kept)
    {
        await using var centre = await PhoneCentre.StartAsync();

        Assert.Equal(200, (await centre.SendAsync(Incoming, ("MessageSid", "SM1"), ("From", from), ("Body", ""), ("NumMedia", "2"))).Status);
        await PostAsync(centre);

        Assert.Equal("(2 pictures came that we cannot take by text.)", (await EnquiryAsync(centre)).Messages[0].Body);
        Assert.Equal(kept, (await centre.InAsync<HelplineDbContext, Contact>(db => db.Contacts.AsNoTracking().SingleAsync(Stop))).EnquirerNumber);
        Assert.Empty(centre.World.Messages.All);
    }

    [Fact]
    public async Task Incoming_NotSigned_IsRefusedAndKeptNowhere()
    {
        await using var centre = await PhoneCentre.StartAsync();
        using var stranger = centre.Stranger();
        using var content = new FormUrlEncodedContent([new("MessageSid", "SM1"), new("From", PhoneCentre.Parent), new("Body", "Hello")]);

        using var answer = await stranger.PostAsync(new Uri(Incoming), content, Stop);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await EnquiriesAsync(centre));
    }

    private static async Task TextInAsync(PhoneCentre centre, string body)
    {
        await centre.OnLoopAsync(() => centre.World.Messages.Receive(PhoneCentre.Parent, body));
        await centre.AdvanceAsync(1);
    }

    private static async Task PostAsync(PhoneCentre centre)
    {
        await centre.InAsync<OutboxDispatcher, int>(d => d.RunAsync(Stop));
        await centre.SettleAsync();
    }

    private static async Task<string> StatusUrlAsync(PhoneCentre centre)
    {
        var id = (await OutAsync(centre))[0].Id;
        return (await centre.InAsync<TextUrls, string>(u => Task.FromResult(u.Status(id)))).Split('#')[0];
    }

    private static Task<List<TextMessage>> OutAsync(PhoneCentre centre) => centre.InAsync<HelplineDbContext, List<TextMessage>>(
        db => db.Texts.AsNoTracking().Where(t => t.State != TextState.Received).OrderBy(t => t.At).ToListAsync(Stop));

    private static Task<List<Enquiry>> EnquiriesAsync(PhoneCentre centre) =>
        centre.InAsync<HelplineDbContext, List<Enquiry>>(db => db.Enquiries.AsNoTracking().Include(e => e.Messages).ToListAsync(Stop));

    private static async Task<Enquiry> EnquiryAsync(PhoneCentre centre) => Assert.Single(await EnquiriesAsync(centre));

    private static Task<bool> OptedOutAsync(PhoneCentre centre) => centre.InAsync<TextService, bool>(t => t.HasOptedOutAsync(PhoneCentre.Parent, Stop));

    private static Task<List<string?>> TimelineAsync(PhoneCentre centre, string kind) => centre.InAsync<HelplineDbContext, List<string?>>(
        db => db.Timeline.AsNoTracking().Where(t => t.Kind == kind).Select(t => t.Code).ToListAsync(Stop));
}
