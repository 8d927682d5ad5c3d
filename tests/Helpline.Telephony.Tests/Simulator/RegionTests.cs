using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Helpline.Telephony.Simulator;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 1: the account, its tokens and its regions.</summary>
public class RegionTests
{
    private const string Incoming = "/twilio/voice/incoming";

    [Theory] // 1.5
    [InlineData("us1", "api.twilio.com", "api.dublin.ie1.twilio.com")]
    [InlineData("ie1", "api.dublin.ie1.twilio.com", "api.twilio.com")]
    public async Task Credentials_OfOneRegion_OpenThatRegionOnly(string region, string home, string other)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.Region = region);
        sim.App.Twiml(Incoming, "<Dial><Conference beep=\"false\">c-1</Conference></Dial>");
        await sim.RingInAsync();
        var (ours, theirs) = (sim.World.Regions.Home.Account, sim.World.Regions.Other.Account);

        Assert.Equal((200, 0), await AskAsync(sim, home, ours.ApiKeySid, ours.ApiKeySecret));
        Assert.Equal((200, 0), await AskAsync(sim, home, ours.AccountSid, ours.AuthToken));
        Assert.Equal((401, 20003), await AskAsync(sim, home, theirs.ApiKeySid, theirs.ApiKeySecret));
        Assert.Equal((401, 20003), await AskAsync(sim, home, theirs.AccountSid, theirs.AuthToken));
        Assert.Equal((401, 20003), await AskAsync(sim, other, ours.ApiKeySid, ours.ApiKeySecret));
        Assert.Equal((401, 20003), await AskAsync(sim, other, ours.AccountSid, ours.AuthToken));
        Assert.Equal((404, 20404), await AskAsync(sim, other, theirs.ApiKeySid, theirs.ApiKeySecret));
        Assert.Equal(region, Assert.Single(sim.World.Conferences.All).Region);
        Assert.Equal(0, sim.App.BadSignatures);
    }

    [Fact] // 1.5
    public async Task Region_ThatIsNone_StopsTheStart()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => SimulatedPhoneWorld.StartAsync(o => o.Region = "luton"));
    }

    [Fact] // 1.4
    public async Task SecondaryToken_SignsAndOpensNothingUntilItIsPromoted()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.SecondaryAuthToken = "secondary");
        sim.App.Twiml(Incoming, "<Hangup/>");
        await sim.RingInAsync();
        Assert.Equal(0, sim.App.BadSignatures);
        Assert.Equal((401, 20003), await AskAsync(sim, "helpline.test", SimulatedPhoneWorld.AccountSid, "secondary"));

        await sim.World.Loop.RunAsync(() =>
        {
            sim.World.Regions.PromoteSecondaryToken();
            return true;
        });
        await sim.RingInAsync();
        var refused = sim.App.BadSignatures;
        sim.App.AuthToken = "secondary";
        await sim.RingInAsync();

        Assert.NotEqual(0, refused);
        Assert.Equal(refused, sim.App.BadSignatures);
        Assert.Equal((200, 0), await AskAsync(sim, "helpline.test", SimulatedPhoneWorld.AccountSid, "secondary"));
        Assert.Equal((401, 20003), await AskAsync(sim, "helpline.test", SimulatedPhoneWorld.AccountSid, "auth-token"));
        Assert.Equal((200, 0), await AskAsync(sim, "helpline.test", SimulatedPhoneWorld.ApiKeySid, "key-secret"));
    }

    [Fact] // 1.4
    public void Promotion_WithoutASecondaryToken_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => new SimulatorAccount("AC", "token", "SK", "secret").Promoted());
    }

    [Fact] // 1.4
    public async Task ApiKeySecret_NeverSigns()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Hangup/>").AuthToken = "key-secret";

        await sim.RingInAsync();

        Assert.Equal(sim.App.Received.Count, sim.App.BadSignatures);
    }

    [Theory] // 1.2
    [InlineData("/Calls/CA1.json")]
    [InlineData("/Calls/SM00000000000000000000000000000001.json")]
    [InlineData("/Queues/q-main.json")]
    [InlineData("/Conferences/c-1.json")]
    [InlineData("/Recordings/RE.json")]
    public async Task Path_WithoutASidOfItsKind_IsNotFound(string path)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Enqueue>q-main</Enqueue>");
        await sim.RingInAsync();

        Assert.Equal(404, (await sim.GetAsync(path)).Status);
    }

    private static async Task<(int Status, int Code)> AskAsync(SimulatedPhoneWorld sim, string host, string user, string password)
    {
        using var client = sim.Client();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        using var response = await client.GetAsync(
            new Uri($"https://{host}{SimulatedPhoneWorld.Api("/Calls.json")}"), TestContext.Current.CancellationToken);
        var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return ((int)response.StatusCode, body.TryGetProperty("code", out var code) ? code.GetInt32() : 0);
    }
}
