using System.Net;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.FarEnds;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>Webhooks that come twice, late, in any order, forged, or for calls nobody knows.</summary>
public class WebhookTests
{
    private const string Unknown = "CA99999999999999999999999999999999";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryWebhook_SentTwiceAsItHappens_ChangesNothingOfTheCall()
    {
        await using var centre = await PhoneCentre.StartAsync();
        centre.Webhooks.Times = 2;
        var adviser = await centre.AdviserAsync();

        var call = await WholeCallAsync(centre, adviser);

        Assert.Equal(ContactStatus.WrapUp, (await centre.ContactAsync(call)).Status);
        Assert.Equal((5, 4), ((await centre.FeedbackAsync(call))!.Helped, (await centre.FeedbackAsync(call))!.NextStepClear));
        Assert.Single(centre.World.Conferences.All);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task EveryWebhook_SentAgainInAnyOrderAfterwards_ChangesNothing()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await WholeCallAsync(centre, adviser);
        var before = await StateAsync(centre, call);
        var log = centre.Webhooks.Log.Where(r => r.Signature is not null && r.Body.Length > 0).ToList();
        Assert.Contains(log, r => r.Path.EndsWith(Paths.Room, StringComparison.Ordinal));
        Assert.Contains(log, r => r.Path.EndsWith(Paths.AdviserLeg, StringComparison.Ordinal));

        foreach (var relayed in Enumerable.Reverse(log).Concat(log.OrderBy(r => r.Signature, StringComparer.Ordinal)))
        {
            var again = await centre.Webhooks.AgainAsync(relayed, Stop);

            Assert.InRange(again.Status, 200, 204);
            if (!relayed.Path.EndsWith(Paths.Wait, StringComparison.Ordinal))
            {
                Assert.Equal(relayed.Answer, again.Answer);
            }
        }

        Assert.Equal(before, await StateAsync(centre, call));
    }

    [Fact]
    public async Task LateJoinOfAnEarlierRoom_WhileReconnecting_DoesNotPretendTheyTalk()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        var joins = centre.Webhooks.Log.Where(r => r.Path.EndsWith(Paths.Room, StringComparison.Ordinal)).ToList();
        await centre.OnLoopAsync(() => centre.World.Calls.All.Single(c => c.To.StartsWith("client:", StringComparison.Ordinal)).HangUp());
        await centre.UntilAsync(call, CallState.Reconnecting, 5);
        var offer = await centre.OfferAsync(adviser);
        centre.World.FarEnds.Client = ScriptedLeg.Ignores;
        centre.World.FarEnds.Set($"client:{Labels.Identity(adviser)}", ScriptedLeg.Ignores);
        await centre.AcceptAsync(offer!.Value, adviser);

        foreach (var join in joins)
        {
            await centre.Webhooks.AgainAsync(join, Stop);
        }

        Assert.Equal(CallState.Connecting, (await centre.CallAsync(call)).State);
    }

    [Fact]
    public async Task Forged_IsRefusedAndLeavesNoTrace()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.RingInAsync();
        var genuine = centre.Webhooks.Log.First(r => r.Path.EndsWith(Paths.Incoming, StringComparison.Ordinal));
        var before = await CountsAsync(centre);

        var forged = await centre.Webhooks.AgainAsync(
            genuine with { Body = genuine.Body.Replace(call.Sid, Unknown, StringComparison.Ordinal) }, Stop);
        var unsigned = await centre.Webhooks.AgainAsync(genuine with { Signature = null }, Stop);

        Assert.Equal((403, ""), (forged.Status, forged.Answer));
        Assert.Equal(403, unsigned.Status);
        Assert.Equal(before, await CountsAsync(centre));
    }

    [Theory]
    [InlineData(Paths.Status, "completed")]
    [InlineData(Paths.Fallback, "in-progress")]
    [InlineData(Paths.Area, "in-progress")]
    [InlineData(Paths.Join, "in-progress")]
    [InlineData(Paths.Wait, "in-progress")]
    [InlineData(Paths.QueueLeft, "in-progress")]
    [InlineData(Paths.Bridge, "in-progress")]
    [InlineData(Paths.Survey, "in-progress")]
    [InlineData(Paths.SurveyHelped, "in-progress")]
    [InlineData(Paths.Recording, "completed")]
    public async Task UnknownCall_OnAnyStep_IsAnsweredAndLeavesNoTrace(string path, string status)
    {
        await using var centre = await PhoneCentre.StartAsync();
        var before = await CountsAsync(centre);
        var url = await centre.UrlAsync(Unknown, path);

        var answer = await centre.SendAsync(url, ("CallSid", Unknown), ("CallStatus", status), ("Digits", "1"), ("QueueResult", "leave"),
            ("RecordingStatus", "completed"), ("RecordingSid", "RE1"), ("RecordingDuration", "9"));

        Assert.InRange(answer.Status, 200, 204);
        Assert.Equal(before, await CountsAsync(centre));
    }

    [Fact]
    public async Task Step_WithTheNonceOfAnotherCallOrStep_IsRefused()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.RingInAsync();
        var other = await centre.RingInAsync("+447700900124");

        var ofOther = await centre.SendAsync(await centre.UrlAsync(other.Sid, Paths.Join), ("CallSid", call.Sid));
        var otherStep = await centre.SendAsync(
            (await centre.UrlAsync(call.Sid, Paths.Area)).Replace(Paths.Area, Paths.Survey, StringComparison.Ordinal), ("CallSid", call.Sid));

        Assert.Equal((403, 403), (ofOther.Status, otherStep.Status));
        Assert.Equal(CallState.InFlow, (await centre.CallAsync(call)).State);
    }

    [Fact]
    public async Task Fallback_GoesOnFromTheCallsState()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.RingInAsync();

        var answer = await centre.SendAsync(
            PhoneCentre.Site + FlowUrls.Base + Paths.Fallback, ("CallSid", call.Sid), ("ErrorCode", "11200"), ("CallStatus", "in-progress"));

        Assert.Equal(200, answer.Status);
        Assert.Contains("Your place is kept.", answer.Answer, StringComparison.Ordinal);
        Assert.Contains(">q-main</Enqueue>", answer.Answer, StringComparison.Ordinal);
        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
    }

    [Fact]
    public async Task BrokenDatabase_IsHeardAsAnApologyWithAMessage_NeverAsAnError()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.RingInAsync();
        var join = await centre.UrlAsync(call.Sid, Paths.Join);
        var wait = await centre.UrlAsync(call.Sid, Paths.Wait);
        await centre.InAsync<HelplineDbContext, int>(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Calls RENAME TO Gone", Stop));

        var joined = await centre.SendAsync(join, ("CallSid", call.Sid));
        var waited = await centre.SendAsync(wait, ("CallSid", call.Sid));
        var incoming = await centre.SendAsync(
            PhoneCentre.Site + FlowUrls.Base + Paths.Incoming, ("CallSid", Unknown), ("From", PhoneCentre.Parent));

        Assert.All([joined, waited, incoming], answer => Assert.Equal(200, answer.Status));
        Assert.Contains("<Record", joined.Answer, StringComparison.Ordinal);
        Assert.Contains("We are sorry.", incoming.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<Record", waited.Answer, StringComparison.Ordinal);
        Assert.Contains("<Redirect", waited.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HoldTune_IsOpenToAllAndCached()
    {
        await using var centre = await PhoneCentre.StartAsync();
        using var stranger = centre.Stranger();

        using var response = await stranger.GetAsync(new Uri(HoldTune.Path, UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/wav", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.CacheControl!.Public);
        Assert.True(response.Headers.CacheControl.MaxAge > TimeSpan.FromDays(1));
    }

    private static async Task<SimulatedCall> WholeCallAsync(PhoneCentre centre, AdviserId adviser)
    {
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        await centre.AdvanceAsync(30);
        await centre.EndAsync(call, adviser);
        await centre.UntilHeardAsync(call, "Did we help you?");
        await centre.PressAsync(call, "5");
        await centre.UntilHeardAsync(call, "Do you know what to do next?");
        await centre.PressAsync(call, "4");
        await centre.UntilAsync(call, CallState.Ended);
        return call;
    }

    private static async Task<(CallState, long, ContactStatus, long, long)> StateAsync(PhoneCentre centre, SimulatedCall sim)
    {
        var (call, contact, feedback) = (await centre.CallAsync(sim), await centre.ContactAsync(sim), await centre.FeedbackAsync(sim));
        return (call.State, call.Version, contact.Status, contact.Version, contact.EndedAt!.Value.Ticks + feedback!.GivenAt!.Value.Ticks);
    }

    private static Task<(int, int, int)> CountsAsync(PhoneCentre centre) => centre.InAsync<HelplineDbContext, (int, int, int)>(async db =>
        (await db.Calls.CountAsync(Stop), await db.Contacts.CountAsync(Stop), await db.WebhookReplies.CountAsync(Stop)));
}
