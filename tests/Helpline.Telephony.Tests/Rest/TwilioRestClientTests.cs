using System.Net;
using System.Text;
using Helpline.Telephony.Rest;

namespace Helpline.Telephony.Tests.Rest;

public class TwilioRestClientTests
{
    private const string Participant = """{"call_sid":"CA2","conference_sid":"CF1","label":"adv-1","status":"queued","muted":false,"hold":true}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateCall_EveryField_IsAFormWithRepeatedEvents()
    {
        using var harness = new RestHarness(RestHarness.Json(HttpStatusCode.Created, """{"sid":"CA1","status":"queued","queue_time":"2000"}"""));

        var call = await harness.Client.CreateCallAsync(
            new CreateCall
            {
                To = "+441632960000",
                From = "+448081570000",
                Url = "https://helpline.example/screen?a=1&b=2",
                StatusCallback = "https://helpline.example/status",
                Timeout = 20,
            },
            Stop);

        var sent = Assert.Single(harness.Wire.Sent);
        Assert.Equal(("POST", "https://twilio.example" + RestHarness.Account + "Calls.json"), (sent.Method, sent.Url));
        Assert.Equal(
            "To=%2B441632960000&From=%2B448081570000&Url=https%3A%2F%2Fhelpline.example%2Fscreen%3Fa%3D1%26b%3D2&Method=POST&Timeout=20"
            + "&StatusCallback=https%3A%2F%2Fhelpline.example%2Fstatus&StatusCallbackMethod=POST&StatusCallbackEvent=initiated"
            + "&StatusCallbackEvent=ringing&StatusCallbackEvent=answered&StatusCallbackEvent=completed",
            sent.Body);
        Assert.Equal(
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("SK00112233445566778899aabbccddeeff:secret")), sent.Authorization);
        Assert.Equal(HttpVersion.Version11, sent.Version);
        Assert.Equal((CallStatus.Queued, 2000), (call.Status, call.QueueTime));
    }

    [Fact]
    public async Task FindCall_Answer_IsReadWithItsDates()
    {
        using var harness = new RestHarness(RestHarness.Ok(
            """{"sid":"CA1","status":"completed","duration":"15","parent_call_sid":null,"start_time":"Tue, 31 Aug 2010 20:36:28 +0000","end_time":"Tue, 31 Aug 2010 21:36:44 +0100"}"""));

        var call = await harness.Client.FindCallAsync("CA1", Stop);

        Assert.Equal(
            new CallResource
            {
                Sid = "CA1",
                Status = CallStatus.Completed,
                Duration = 15,
                StartTime = new DateTime(2010, 8, 31, 20, 36, 28, DateTimeKind.Utc),
                EndTime = new DateTime(2010, 8, 31, 20, 36, 44, DateTimeKind.Utc),
            },
            call);
    }

    [Fact]
    public async Task FindCall_NotThere_IsNull()
    {
        using var harness = new RestHarness(RestHarness.Error(HttpStatusCode.NotFound, 20404));

        Assert.Null(await harness.Client.FindCallAsync("CA1", Stop));
    }

    [Fact]
    public async Task Dequeue_CallerStillThere_PostsTheirDocument()
    {
        using var harness = new RestHarness(RestHarness.Ok("""{"call_sid":"CA1","position":1,"wait_time":30}"""));

        var member = await harness.Client.DequeueAsync("QU1", "CA1", "https://helpline.example/bridge", Stop);

        Assert.Equal(30, member!.WaitTime);
        Assert.EndsWith("Queues/QU1/Members/CA1.json", harness.Wire.Sent[0].Url, StringComparison.Ordinal);
        Assert.Equal("Url=https%3A%2F%2Fhelpline.example%2Fbridge&Method=POST", harness.Wire.Sent[0].Body);
    }

    [Fact]
    public async Task Dequeue_CallerGone_IsNullAndEverythingElseThrows()
    {
        using var gone = new RestHarness(RestHarness.Error(HttpStatusCode.NotFound, 20404));
        using var refused = new RestHarness(RestHarness.Error(HttpStatusCode.BadRequest, 20001));

        Assert.Null(await gone.Client.DequeueAsync("QU1", "CA1", "https://helpline.example/bridge", Stop));
        await Assert.ThrowsAsync<TwilioRestException>(
            () => refused.Client.DequeueAsync("QU1", "CA1", "https://helpline.example/bridge", Stop));
    }

    [Fact]
    public async Task CreateParticipant_IntoARoom_TurnsTheBeepOffAndPostsEverything()
    {
        using var harness = new RestHarness(RestHarness.Json(HttpStatusCode.Created, Participant));

        var leg = await harness.Client.CreateParticipantAsync(
            "c-1",
            new CreateParticipant
            {
                To = "client:adv_17?offer=9",
                From = "+448081570000",
                Label = "adv-1",
                Timeout = 10,
                WaitUrl = "https://helpline.example/w",
                ConferenceStatusCallback = "https://helpline.example/c",
            },
            Stop);

        Assert.Equal(("CA2", "CF1", true), (leg.CallSid, leg.ConferenceSid, leg.Hold));
        Assert.EndsWith("Conferences/c-1/Participants.json", harness.Wire.Sent[0].Url, StringComparison.Ordinal);
        Assert.Equal(
            "To=client%3Aadv_17%3Foffer%3D9&From=%2B448081570000&Label=adv-1&Timeout=10&EarlyMedia=false&Beep=false"
            + "&StartConferenceOnEnter=true&EndConferenceOnExit=false&WaitUrl=https%3A%2F%2Fhelpline.example%2Fw&WaitMethod=POST"
            + "&ConferenceStatusCallback=https%3A%2F%2Fhelpline.example%2Fc&ConferenceStatusCallbackMethod=POST"
            + "&ConferenceStatusCallbackEvent=start&ConferenceStatusCallbackEvent=end&ConferenceStatusCallbackEvent=join"
            + "&ConferenceStatusCallbackEvent=leave&ConferenceStatusCallbackEvent=hold",
            harness.Wire.Sent[0].Body);
    }

    [Fact]
    public async Task CreateParticipant_LabelTaken_SaysSo()
    {
        using var harness = new RestHarness(RestHarness.Error(HttpStatusCode.BadRequest, 16026));

        var failure = await Assert.ThrowsAsync<TwilioRestException>(() => harness.Client.CreateParticipantAsync(
            "c-1", new CreateParticipant { To = "client:a", From = "+448081570000", Label = "adv-1" }, Stop));

        Assert.Equal(TwilioErrorCodes.LabelInUse, failure.Code);
    }

    [Fact]
    public async Task UpdateParticipant_Hold_AsksForItsDocumentByPost()
    {
        using var harness = new RestHarness(RestHarness.Ok(Participant));

        await harness.Client.UpdateParticipantAsync(
            "CF1", "CA 1/2", new UpdateParticipant { Hold = true, HoldUrl = "https://helpline.example/h" }, Stop);

        Assert.EndsWith("Conferences/CF1/Participants/CA%201%2F2.json", harness.Wire.Sent[0].Url, StringComparison.Ordinal);
        Assert.Equal("Hold=true&HoldUrl=https%3A%2F%2Fhelpline.example%2Fh&HoldMethod=POST", harness.Wire.Sent[0].Body);
    }

    [Fact]
    public async Task RemoveParticipant_There_IsTrue()
    {
        using var harness = new RestHarness(() => new HttpResponseMessage(HttpStatusCode.NoContent));

        Assert.True(await harness.Client.RemoveParticipantAsync("CF1", "adv-1", Stop));
        Assert.Equal("DELETE", harness.Wire.Sent[0].Method);
    }

    [Theory]
    [InlineData("https://twilio.example", "https://twilio.example")]
    [InlineData("/simulator/twilio", "https://helpline.example/simulator/twilio")]
    public async Task ListConferences_Pages_AreFollowedUnderTheSameBase(string configured, string expected)
    {
        var next = RestHarness.Account + "Conferences.json?PageSize=1000&Page=1&PageToken=PT1";
        using var harness = new RestHarness(configured,
        [
            RestHarness.Ok($$"""{"conferences":[{"sid":"CF1","friendly_name":"c-1","status":"in-progress"}],"next_page_uri":"{{next}}"}"""),
            RestHarness.Ok("""{"conferences":[{"sid":"CF2","status":"in-progress"}],"next_page_uri":null}"""),
        ]);

        var sids = new List<string>();
        await foreach (var conference in harness.Client.ListConferencesAsync("in-progress", cancellation: Stop))
        {
            sids.Add(conference.Sid);
        }

        Assert.Equal(["CF1", "CF2"], sids);
        Assert.Equal(
            [expected + RestHarness.Account + "Conferences.json?Status=in-progress&PageSize=1000", expected + next],
            harness.Wire.Sent.Select(sent => sent.Url));
    }

    [Fact]
    public async Task List_NextPageOnAnotherHost_KeepsOurCredentialsHome()
    {
        using var harness = new RestHarness(
            RestHarness.Ok($$"""{"calls":[],"next_page_uri":"https://attacker.example{{RestHarness.Account}}Calls.json?Page=1"}"""),
            RestHarness.Ok("""{"calls":[]}"""));

        await foreach (var call in harness.Client.ListCallsAsync(cancellation: Stop))
        {
            Assert.Fail($"There was no call {call.Sid}.");
        }

        Assert.Equal(2, harness.Wire.Sent.Count);
        Assert.All(harness.Wire.Sent, sent => Assert.StartsWith("https://twilio.example/", sent.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ListCalls_Since_IsAskedFor()
    {
        using var harness = new RestHarness(RestHarness.Ok("""{"calls":[{"sid":"CA1","status":"in-progress"}]}"""));

        await foreach (var call in harness.Client.ListCallsAsync(true, new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc), Stop))
        {
            Assert.Equal(CallStatus.InProgress, call.Status);
        }

        Assert.EndsWith("Calls.json?Status=in-progress&StartTime%3E=2026-11-22T01%3A00%3A00Z&PageSize=1000", harness.Wire.Sent[0].Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RecordingState.PausedWithSilence, "Status=paused&PauseBehavior=silence")]
    [InlineData(RecordingState.PausedSkipped, "Status=paused&PauseBehavior=skip")]
    [InlineData(RecordingState.InProgress, "Status=in-progress")]
    [InlineData(RecordingState.Stopped, "Status=stopped")]
    internal async Task UpdateRecording_EachState_IsSpelledTwiliosWay(RecordingState state, string body)
    {
        using var harness = new RestHarness(RestHarness.Ok("""{"sid":"RE1","status":"paused"}"""));

        await harness.Client.UpdateRecordingAsync("CA1", "RE1", state, Stop);

        Assert.Equal(body, harness.Wire.Sent[0].Body);
    }

    [Fact]
    public async Task CreateMessage_Text_AsksTwilioToKeepNothing()
    {
        using var harness = new RestHarness(RestHarness.Json(
            HttpStatusCode.Created, """{"sid":"SM1","status":"queued","num_segments":"1","error_code":null}"""));

        var message = await harness.Client.CreateMessageAsync(
            new CreateMessage { To = "+441632960000", From = "+448081570000", Body = "Hi £" }, Stop);

        Assert.Equal(("SM1", 1, null), (message.Sid, message.NumSegments, message.ErrorCode));
        Assert.Equal(
            "To=%2B441632960000&From=%2B448081570000&Body=Hi+%C2%A3&SmartEncoded=true&AddressRetention=obfuscate&ContentRetention=discard",
            harness.Wire.Sent[0].Body);
    }

    [Fact]
    public async Task Queues_CreateAndUpdate_KeepTwiliosCeiling()
    {
        using var harness = new RestHarness(RestHarness.Json(HttpStatusCode.Created, """{"sid":"QU1","max_size":5000}"""));

        Assert.Equal(5000, (await harness.Client.CreateQueueAsync("q-main", 5000, Stop)).MaxSize);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => harness.Client.UpdateQueueAsync("QU1", "q-main", 5001, Stop));
        Assert.Equal("FriendlyName=q-main&MaxSize=5000", Assert.Single(harness.Wire.Sent).Body);
    }

    [Fact]
    public async Task Calls_ContradictoryRequests_Throw()
    {
        using var harness = new RestHarness();
        var both = new CreateCall { To = "a", From = "b", Url = "https://helpline.example/a", Twiml = "<Response/>" };

        await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.CreateCallAsync(both, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.CreateCallAsync(both with { Url = null, Twiml = null }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.UpdateCallAsync("CA1", new UpdateCall(), Stop));
        await Assert.ThrowsAsync<ArgumentException>(
            () => harness.Client.UpdateCallAsync("CA1", new UpdateCall { End = CallStatus.Ringing }, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.FindCallAsync("", Stop));
    }

    [Theory]
    [InlineData("Tue, 31 Aug 2010 20:36:28 +0000")]
    [InlineData("Tue, 31 Aug 2010 20:36:28 GMT")]
    [InlineData("31 Aug 2010 21:36:28 +0100")]
    public void Rfc2822_Date_IsReadIntoUtc(string text)
    {
        var date = Rfc2822.Parse(text);

        Assert.Equal(new DateTime(2010, 8, 31, 20, 36, 28), date);
        Assert.Equal(DateTimeKind.Utc, date!.Value.Kind);
        Assert.Equal("Tue, 31 Aug 2010 20:36:28 +0000", Rfc2822.Format(date.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2010-08-31T20:36:28Z")]
    public void Rfc2822_NoDate_IsNull(string? text) => Assert.Null(Rfc2822.Parse(text));
}
