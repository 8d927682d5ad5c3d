using System.Net;
using System.Text;
using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Tests.Signing;

public class TwilioSignatureFilterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/twilio/voice/incoming")]
    [InlineData("/twilio/voice/a%2Fb/step?s=x%20y&t=a+b&u=%C3%A9")]
    public async Task Post_SignedForm_ReachesTheHandlerUntrimmed(string target)
    {
        await using var host = await EdgeHost.StartAsync();
        var body = $"AccountSid={EdgeHost.AccountSid}&SpeechResult=+yes+&FromCity=&from=a&From=b";

        var response = await SendAsync(host, Form(target, body, Sign(target, body)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            $"AccountSid={EdgeHost.AccountSid}|SpeechResult= yes |FromCity=|from=a|From=b",
            await response.Content.ReadAsStringAsync(Stop));
        Assert.Empty(host.Refusals);
    }

    [Fact]
    public async Task Post_HostAndForwardedHeadersOfAnother_MakeNoDifference()
    {
        await using var host = await EdgeHost.StartAsync();
        var body = $"AccountSid={EdgeHost.AccountSid}";
        var request = Form("/twilio/x", body, Sign("/twilio/x", body));
        request.Headers.Host = "attacker.example";
        request.Headers.Add("X-Forwarded-Host", "attacker.example");
        request.Headers.Add("X-Forwarded-Proto", "http");

        var response = await SendAsync(host, request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_SignedForTheAddressInHost_IsRefused()
    {
        await using var host = await EdgeHost.StartAsync();
        var body = $"AccountSid={EdgeHost.AccountSid}";
        var signature = TwilioSignature.Compute(
            EdgeHost.AuthToken, host.Client.BaseAddress + "twilio/x", TwilioForm.Parse(body).Fields);

        var response = await SendAsync(host, Form("/twilio/x", body, signature));

        await AssertRefusedAsync(host, response, "bad-signature");
    }

    [Theory]
    [InlineData(EdgeHost.AuthToken, HttpStatusCode.OK)]
    [InlineData("the one to come", HttpStatusCode.OK)]
    [InlineData("a third", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    public async Task Post_WhileTheTokenIsChanged_IsTakenUnderEither(string token, HttpStatusCode expected)
    {
        await using var host = await EdgeHost.StartAsync(otherAuthToken: "the one to come");
        var body = $"AccountSid={EdgeHost.AccountSid}";
        var signature = TwilioSignature.Compute(token, EdgeHost.PublicBaseUrl + "/twilio/x", TwilioForm.Parse(body).Fields);

        var response = await SendAsync(host, Form("/twilio/x", body, signature));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Get_SignedUrl_ReadsFieldsFromTheRawQuery()
    {
        await using var host = await EdgeHost.StartAsync();
        var target = $"/twilio/hold?AccountSid={EdgeHost.AccountSid}&Digits=%2A1";
        var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.Add(TwilioSignature.HeaderName, TwilioSignature.Compute(EdgeHost.AuthToken, EdgeHost.PublicBaseUrl + target));

        var response = await SendAsync(host, request);

        Assert.Equal($"AccountSid={EdgeHost.AccountSid}|Digits=*1", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Post_JsonWithItsDigest_IsAcceptedAndAnotherBodyIsNot()
    {
        await using var host = await EdgeHost.StartAsync();
        var target = "/twilio/debug?bodySHA256=" + TwilioSignature.BodyDigest("{\"a\":1}"u8);
        var signature = TwilioSignature.Compute(EdgeHost.AuthToken, EdgeHost.PublicBaseUrl + target);

        var good = await SendAsync(host, Json(target, "{\"a\":1}", signature));
        var bad = await SendAsync(host, Json(target, "{\"a\":2}", signature));

        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        await AssertRefusedAsync(host, bad, "bad-signature");
    }

    [Fact]
    public async Task Post_JsonUnderASignatureOverTheUrlAlone_IsRefused()
    {
        await using var host = await EdgeHost.StartAsync();
        var signature = TwilioSignature.Compute(EdgeHost.AuthToken, EdgeHost.PublicBaseUrl + "/twilio/x");

        await AssertRefusedAsync(host, await SendAsync(host, Json("/twilio/x", "{}", signature)), "bad-signature");
    }

    [Fact]
    public async Task Post_NoSignature_IsRefusedWithoutATrace()
    {
        await using var host = await EdgeHost.StartAsync();

        var response = await SendAsync(host, Form("/twilio/x", "From=%2B441632960000", signature: null));

        await AssertRefusedAsync(host, response, "missing-signature");
        Assert.DoesNotContain(host.Logged, line => line.Contains("441632960000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_TwoSignatures_IsRefused()
    {
        await using var host = await EdgeHost.StartAsync();
        var body = $"AccountSid={EdgeHost.AccountSid}";
        var request = Form("/twilio/x", body, Sign("/twilio/x", body));
        request.Headers.Add(TwilioSignature.HeaderName, "second");

        var response = await SendAsync(host, request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("AccountSid=ACffffffffffffffffffffffffffffffff")]
    [InlineData("From=x")]
    [InlineData("")]
    [InlineData("accountsid=" + EdgeHost.AccountSid)]
    public async Task Post_WellSignedForAnotherAccount_IsRefused(string body)
    {
        await using var host = await EdgeHost.StartAsync();

        var response = await SendAsync(host, Form("/twilio/x", body, Sign("/twilio/x", body)));

        await AssertRefusedAsync(host, response, "wrong-account");
    }

    [Theory]
    [InlineData("/twilio/x", "Digits=2")]
    [InlineData("/twilio/x?step=2", "Digits=1")]
    [InlineData("/twilio/y", "Digits=1")]
    public async Task Post_AnythingChangedAfterSigning_IsRefused(string target, string fields)
    {
        await using var host = await EdgeHost.StartAsync();
        var signature = Sign("/twilio/x", $"AccountSid={EdgeHost.AccountSid}&Digits=1");

        var response = await SendAsync(host, Form(target, $"AccountSid={EdgeHost.AccountSid}&{fields}", signature));

        await AssertRefusedAsync(host, response, "bad-signature");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_BodyBeyondTheLimit_IsRefusedUnread(bool chunked)
    {
        await using var host = await EdgeHost.StartAsync();
        var body = $"AccountSid={EdgeHost.AccountSid}&Body=" + new string('x', TwilioSignatureFilter.MaxBodyBytes);
        var request = Form("/twilio/x", body, Sign("/twilio/x", body));
        request.Headers.TransferEncodingChunked = chunked;

        var response = await SendAsync(host, request);

        await AssertRefusedAsync(host, response, "unreadable-body");
    }

    private static string Sign(string target, string body) =>
        TwilioSignature.Compute(EdgeHost.AuthToken, EdgeHost.PublicBaseUrl + target, TwilioForm.Parse(body).Fields);

    private static HttpRequestMessage Form(string target, string body, string? signature) =>
        Request(target, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"), signature);

    private static HttpRequestMessage Json(string target, string body, string signature) =>
        Request(target, new StringContent(body, Encoding.UTF8, "application/json"), signature);

    private static HttpRequestMessage Request(string target, HttpContent content, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        if (signature is not null)
        {
            request.Headers.Add(TwilioSignature.HeaderName, signature);
        }

        return request;
    }

    private static Task<HttpResponseMessage> SendAsync(EdgeHost host, HttpRequestMessage request) =>
        host.Client.SendAsync(request, Stop);

    private static async Task AssertRefusedAsync(EdgeHost host, HttpResponseMessage response, string reason)
    {
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal([reason], host.Refusals);
    }
}
