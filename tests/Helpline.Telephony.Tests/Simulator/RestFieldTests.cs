namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Section 7: required fields, precedence and pacing of the REST API.</summary>
public class RestFieldTests
{
    private const string Incoming = "/twilio/voice/incoming";
    private const string Answered = SimulatedPhoneWorld.Site + "/answered";

    private static (string, string)[] Party(string to = "+447700900201") => [("To", to), ("From", SimulatedPhoneWorld.OurNumber)];

    [Theory] // 7.3 7.4
    [InlineData("/Conferences/c-1/Participants.json", "To", 21201)]
    [InlineData("/Conferences/c-1/Participants.json", "From", 21213)]
    [InlineData("/Queues/QU/Members/Front.json", "Url", 21205)]
    [InlineData("/Calls/CA/Recordings/RE.json", "Status", 20001)]
    [InlineData("/Messages.json", "To", 21604)]
    [InlineData("/Queues.json", "FriendlyName", 20001)]
    public async Task Request_WithoutARequiredField_IsRefused(string path, string field, int code)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Enqueue>q-main</Enqueue>");
        var call = await sim.RingInAsync();
        var (created, recording) = await sim.PostAsync($"/Calls/{call.Sid}/Recordings.json");
        Assert.Equal(201, created);
        path = path.Replace("/QU/", $"/{sim.World.Queues.All[0].Sid}/", StringComparison.Ordinal)
            .Replace("/CA/", $"/{call.Sid}/", StringComparison.Ordinal)
            .Replace("/RE.", $"/{recording.GetProperty("sid").GetString()}.", StringComparison.Ordinal);

        var (status, body) = await sim.PostAsync(path, [.. Party().Where(f => f.Item1 != field && path.Contains("/Participants", StringComparison.Ordinal))]);

        Assert.Equal((400, code), (status, body.GetProperty("code").GetInt32()));
        Assert.Single(sim.World.Queues.All[0].Members);
    }

    [Fact] // 7.16
    public async Task ApplicationSid_BeatsTheUrlGiven()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Hangup/>").Twiml("/answered", "<Hangup/>");

        await sim.PostAsync("/Calls.json", [.. Party(), ("Url", Answered), ("ApplicationSid", "AP00000000000000000000000000000003")]);
        await sim.AdvanceAsync(10);

        Assert.Single(sim.App.To(Incoming));
        Assert.Empty(sim.App.To("/answered"));
    }

    [Fact] // 7.10
    public async Task Participants_ShareTheAllowanceOfCallsAndIncomingCallsDoNot()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(Incoming, "<Pause length=\"1\"/><Say>Hello</Say>");

        await sim.PostAsync("/Calls.json", [.. Party(), ("Url", Answered)]);
        var (status, second) = await sim.PostAsync("/Conferences/c-1/Participants.json", [.. Party("client:adv_1"), ("Beep", "false")]);
        var (_, third) = await sim.PostAsync("/Conferences/c-2/Participants.json", [.. Party("client:adv_2"), ("Beep", "false")]);
        await sim.RingInAsync();

        Assert.Equal((201, "queued"), (status, second.GetProperty("status").GetString()));
        Assert.Equal(("1000", "2000"), (second.GetProperty("queue_time").GetString(), third.GetProperty("queue_time").GetString()));
        Assert.Single(sim.App.To(Incoming));
    }

    [Fact] // 7.14
    public async Task Participants_InAList_MayLagBehind()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync(o => o.Chaos.ListLagMax = TimeSpan.FromSeconds(2));
        var (_, body) = await sim.PostAsync("/Conferences/c-1/Participants.json", [.. Party("client:adv_1"), ("Beep", "false")]);
        var list = $"/Conferences/{body.GetProperty("conference_sid").GetString()}/Participants.json";

        var early = (await sim.GetAsync(list)).Body.GetProperty("participants").GetArrayLength();
        await sim.AdvanceAsync(2);
        var late = (await sim.GetAsync(list)).Body.GetProperty("participants").GetArrayLength();

        Assert.Equal((0, 1), (early, late));
    }
}
