using System.Net.Http.Json;
using System.Text.Json;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>What the simulator page calls.</summary>
public class PageApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<(HttpClient Client, string Call)> PlaceAsync(SimulatedPhoneWorld sim, object body)
    {
        var client = sim.Client();
        using var response = await client.PostAsJsonAsync("/simulator/api/calls", body, Token);
        response.EnsureSuccessStatusCode();
        var placed = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        await sim.SettleAsync();
        return (client, "/simulator/api/calls/" + placed.GetProperty("callSid").GetString());
    }

    [Fact]
    public async Task Call_IsPlacedPressedSpokenReadAndHungUp()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml("/twilio/voice/incoming", "<Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1</Say></Gather>")
            .Twiml("/menu", "<Gather input=\"speech\" speechTimeout=\"1\" action=\"/said\"><Say>Where do you live?</Say></Gather>")
            .Twiml("/said", r => $"<Say>You said {r["SpeechResult"]}</Say><Pause length=\"60\"/>");
        var (client, call) = await PlaceAsync(sim, new { from = "+447700900123" });
        using var _ = client;

        using var pressed = await client.PostAsJsonAsync(call + "/digits", new { digits = "1" }, Token);
        await sim.AdvanceAsync(3);
        using var spoken = await client.PostAsJsonAsync(call + "/speech", new { text = "leeds" }, Token);
        await sim.AdvanceAsync(3);
        var view = await client.GetFromJsonAsync<JsonElement>(call, Token);
        using var hungUp = await client.PostAsync(call + "/hangup", null, Token);
        var after = await client.GetFromJsonAsync<JsonElement>(call, Token);

        Assert.Equal([202, 202, 202], new[] { pressed, spoken, hungUp }.Select(r => (int)r.StatusCode));
        Assert.Equal("in-progress", view.GetProperty("status").GetString());
        Assert.Contains("<Pause length=\"60\"/>", view.GetProperty("document").GetString(), StringComparison.Ordinal);
        var lines = view.GetProperty("transcript").EnumerateArray().Select(l => $"{l.GetProperty("who")}: {l.GetProperty("text")}").ToList();
        Assert.Equal(
            ["line: rings", "line: answered", "helpline: Press 1", "caller: presses 1", "helpline: Where do you live?", "caller: leeds", "helpline: You said Leeds."],
            lines);
        Assert.Equal("completed", after.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Call_ToWhoeverRangFromThePage_RingsThereAndIsAnswered()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml("/twilio/voice/incoming", "<Say>Hello</Say>").Twiml("/back", "<Say>We ring you back</Say><Pause length=\"60\"/>");
        var (client, _) = await PlaceAsync(sim, new { from = "+447700900123" });
        using var done = client;
        await sim.AdvanceAsync(10);

        await sim.PostAsync("/Calls.json", ("To", "+447700900123"), ("From", SimulatedPhoneWorld.OurNumber), ("Url", SimulatedPhoneWorld.Site + "/back"));
        await sim.AdvanceAsync(2);
        var list = await client.GetFromJsonAsync<JsonElement>("/simulator/api/calls", Token);
        var ringing = list.EnumerateArray().Single(c => c.GetProperty("status").GetString() == "ringing");
        Assert.True(ringing.GetProperty("answerable").GetBoolean());
        var sid = ringing.GetProperty("callSid").GetString();
        using var answered = await client.PostAsync($"/simulator/api/calls/{sid}/answer", null, Token);
        using var again = await client.PostAsync($"/simulator/api/calls/{sid}/answer", null, Token);
        await sim.AdvanceAsync(2);

        Assert.Equal([202, 400], new[] { answered, again }.Select(r => (int)r.StatusCode));
        var view = await client.GetFromJsonAsync<JsonElement>($"/simulator/api/calls/{sid}", Token);
        Assert.Equal("in-progress", view.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("")]
    [InlineData("+266696687")]
    public async Task WithheldNumber_IsACallLikeAnyOther(string from)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();

        var (client, _) = await PlaceAsync(sim, new { from });
        client.Dispose();

        Assert.Equal(from, Assert.Single(sim.App.To("/twilio/voice/incoming"))["From"]);
    }

    [Fact]
    public async Task NoNumber_IsOneNobodyHas()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();

        var (client, _) = await PlaceAsync(sim, new { });
        using var __ = client;
        var list = await client.GetFromJsonAsync<JsonElement>("/simulator/api/calls", Token);

        Assert.Matches(@"^\+447700900\d{3}$", list[0].GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("calls", "{\"from\":\"Leeds\"}")]
    [InlineData("calls/SID/digits", "{\"digits\":\"12a\"}")]
    [InlineData("calls/SID/digits", "{}")]
    [InlineData("calls/SID/speech", "{\"text\":\" \"}")]
    public async Task BadInput_IsAProblem(string path, string body)
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        var call = await sim.RingInAsync();
        using var client = sim.Client();
        using var json = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await client.PostAsync("/simulator/api/" + path.Replace("SID", call.Sid, StringComparison.Ordinal), json, Token);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task UnknownCall_IsNotFound()
    {
        await using var sim = await SimulatedPhoneWorld.StartAsync();
        using var client = sim.Client();

        using var shown = await client.GetAsync("/simulator/api/calls/CA1", Token);
        using var pressed = await client.PostAsJsonAsync("/simulator/api/calls/CA1/digits", new { digits = "1" }, Token);

        Assert.Equal((404, 404), ((int)shown.StatusCode, (int)pressed.StatusCode));
    }
}
