using System.Net;
using Helpline.Telephony.Rest;

namespace Helpline.Telephony.Tests.Rest;

public class RetryTests
{
    private const string Call = """{"sid":"CA1","status":"queued"}""";

    private static readonly CreateCall NewCall = new() { To = "+441632960000", From = "+448081570000", Url = "https://helpline.example/a" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_TwiceTooMany_IsSentThreeTimesWithJitteredWaits()
    {
        using var harness = new RestHarness(TooMany, TooMany, RestHarness.Json(HttpStatusCode.Created, Call));

        var call = await harness.Client.CreateCallAsync(NewCall, Stop);

        Assert.Equal("CA1", call.Sid);
        Assert.Equal(3, harness.Wire.Sent.Count);
        Assert.Single(harness.Wire.Sent.Select(sent => sent.Body).Distinct());
        Assert.Equal([TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(200)], harness.Clock.Waits);
    }

    [Fact]
    public async Task Post_TooManyToTheLast_IsBusyAfterThreeTries()
    {
        using var harness = new RestHarness(TooMany, TooMany, TooMany);

        var failure = await Assert.ThrowsAsync<TwilioRestException>(() => harness.Client.CreateCallAsync(NewCall, Stop));

        Assert.Equal((TwilioFailure.Busy, 20429), (failure.Failure, failure.Code));
        Assert.Equal(3, harness.Wire.Sent.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task Post_ServerFails_IsNeverRepeated(int status)
    {
        using var harness = new RestHarness(RestHarness.Json((HttpStatusCode)status, "<html>gateway</html>"));

        var failure = await Assert.ThrowsAsync<TwilioRestException>(() => harness.Client.CreateCallAsync(NewCall, Stop));

        Assert.Equal((TwilioFailure.OutcomeUnknown, (HttpStatusCode?)status), (failure.Failure, failure.Status));
        Assert.Single(harness.Wire.Sent);
    }

    [Fact]
    public async Task Post_TimesOutOrLosesItsAnswer_IsNeverRepeated()
    {
        using var late = new RestHarness(RestHarness.TimesOut());
        using var cut = new RestHarness(RestHarness.Throws(new HttpRequestException(HttpRequestError.ResponseEnded)));
        using var garbled = new RestHarness(RestHarness.Json(HttpStatusCode.Created, "{\"sid\":"));
        using var hollow = new RestHarness(RestHarness.Json(HttpStatusCode.Created, "{}"));

        foreach (var harness in new[] { late, cut, garbled, hollow })
        {
            var failure = await Assert.ThrowsAsync<TwilioRestException>(() => harness.Client.CreateCallAsync(NewCall, Stop));
            Assert.Equal(TwilioFailure.OutcomeUnknown, failure.Failure);
            Assert.Single(harness.Wire.Sent);
        }
    }

    [Fact]
    public async Task Post_NeverConnected_IsUnavailableAndNotUnknown()
    {
        using var harness = new RestHarness(RestHarness.Throws(new HttpRequestException(HttpRequestError.ConnectionError)));

        var failure = await Assert.ThrowsAsync<TwilioRestException>(() => harness.Client.CreateCallAsync(NewCall, Stop));

        Assert.Equal(TwilioFailure.Unavailable, failure.Failure);
        Assert.Single(harness.Wire.Sent);
    }

    [Fact]
    public async Task Get_ServerFailsOrTimesOut_IsRepeated()
    {
        using var harness = new RestHarness(RestHarness.Error(HttpStatusCode.BadGateway, 20500), RestHarness.TimesOut(), RestHarness.Ok(Call));

        var call = await harness.Client.FindCallAsync("CA1", Stop);

        Assert.Equal(CallStatus.Queued, call!.Status);
        Assert.Equal(3, harness.Wire.Sent.Count);
    }

    [Fact]
    public async Task Get_FailsToTheLast_IsUnavailable()
    {
        using var harness = new RestHarness(RestHarness.TimesOut(), RestHarness.TimesOut(), RestHarness.TimesOut());

        var failure = await Assert.ThrowsAsync<TwilioRestException>(() => harness.Client.FindCallAsync("CA1", Stop));

        Assert.Equal(TwilioFailure.Unavailable, failure.Failure);
    }

    [Fact]
    public async Task Delete_AnswerLostThenGone_CountsAsNotThere()
    {
        using var harness = new RestHarness(RestHarness.TimesOut(), RestHarness.Error(HttpStatusCode.NotFound, 20404));

        Assert.False(await harness.Client.RemoveParticipantAsync("CF1", "adv-1", Stop));
        Assert.Equal(2, harness.Wire.Sent.Count);
    }

    [Fact]
    public async Task Any_Refused_IsNotRepeatedAndCarriesTheCode()
    {
        using var harness = new RestHarness(RestHarness.Error(HttpStatusCode.BadRequest, TwilioErrorCodes.CallNotInProgress));

        var failure = await Assert.ThrowsAsync<TwilioRestException>(
            () => harness.Client.UpdateCallAsync("CA1", new UpdateCall { End = CallStatus.Completed }, Stop));

        Assert.Equal(
            (TwilioFailure.Refused, 21220, HttpStatusCode.BadRequest, "words"),
            (failure.Failure, failure.Code, failure.Status, failure.Detail));
        Assert.Single(harness.Wire.Sent);
    }

    [Fact]
    public async Task Failure_WordsThatRepeatANumber_AreInNeitherMessageNorLog()
    {
        const string words = "The number +441632960000 is not valid";
        using var harness = new RestHarness(
            TooMany, RestHarness.Error(HttpStatusCode.BadRequest, 21211, words));

        var failure = await Assert.ThrowsAsync<TwilioRestException>(() => harness.Client.CreateCallAsync(NewCall, Stop));

        Assert.Equal(words, failure.Detail);
        Assert.DoesNotContain("441632960000", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(harness.Logged, line => line.Contains("Busy", StringComparison.Ordinal));
        Assert.DoesNotContain(harness.Logged, line => line.Contains("441632", StringComparison.Ordinal)
            || line.Contains("twilio.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Problem_Rfc9457_IsReadToo()
    {
        using var harness = new RestHarness(RestHarness.Json(
            HttpStatusCode.Unauthorized, """{"type":"about:blank","title":"Unauthorized","detail":"no","code":20003}"""));

        var failure = await Assert.ThrowsAsync<TwilioRestException>(() => harness.Client.FindCallAsync("CA1", Stop));

        Assert.Equal((TwilioErrorCodes.Authentication, "no"), (failure.Code, failure.Detail));
    }

    [Fact]
    public async Task Cancelled_ByTheCaller_IsNotOurTimeout()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var harness = new RestHarness(RestHarness.Ok(Call));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.Client.FindCallAsync("CA1", cancelled.Token));
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(4, 1600)]
    [InlineData(5, 3000)]
    [InlineData(60, 3000)]
    public void Delay_FullJitter_IsAShareOfADoublingCeiling(int failed, int ceiling)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(ceiling), new RetryBackoff(TimeProvider.System, () => 1).Delay(failed));
        Assert.Equal(TimeSpan.Zero, new RetryBackoff(TimeProvider.System, () => 0).Delay(failed));
    }

    private static HttpResponseMessage TooMany() => RestHarness.Error(HttpStatusCode.TooManyRequests, 20429)();
}
