using Helpline.Telephony.Signing;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Tests.Signing;

public class StepUrlsTests
{
    private readonly StepUrls urls = Urls("token");

    [Fact]
    public void For_PathWithOrWithoutAQuery_IsAbsoluteWithStepAndNonce()
    {
        var nonce = urls.Nonce("CA1", "area menu");

        Assert.Equal($"https://helpline.example/edge/twilio/voice/area?step=area%20menu&n={nonce}", urls.For("/twilio/voice/area", "CA1", "area menu"));
        Assert.Equal($"https://helpline.example/edge/x?a=1&step=area%20menu&n={nonce}", urls.For("/x?a=1", "CA1", "area menu"));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", nonce);
    }

    [Theory]
    [InlineData("CA1", "area", true)]
    [InlineData("CA2", "area", false)]
    [InlineData("CA1", "topic", false)]
    [InlineData("CA1a", "rea", false)]
    [InlineData("CA", "1area", false)]
    public void Verify_Nonce_FitsItsOwnCallAndStepOnly(string call, string step, bool expected)
    {
        Assert.Equal(expected, urls.Verify(call, step, urls.Nonce("CA1", "area")));
    }

    [Fact]
    public void Verify_NoNonceOrThatOfAnotherToken_Refuses()
    {
        Assert.False(urls.Verify("CA1", "area", null));
        Assert.False(urls.Verify("CA1", "area", ""));
        Assert.False(urls.Verify("CA1", "area", Urls("other").Nonce("CA1", "area")));
        Assert.True(urls.Verify("CA1", "area", Urls("token").Nonce("CA1", "area")));
    }

    [Fact]
    public void Verify_WhileTheTokenIsChanged_TakesNoncesOfEitherAndMakesThemUnderTheNewOne()
    {
        var changing = Urls("new", other: "token");

        Assert.True(changing.Verify("CA1", "area", urls.Nonce("CA1", "area")));
        Assert.Equal(Urls("new").Nonce("CA1", "area"), changing.Nonce("CA1", "area"));
        Assert.False(changing.Verify("CA1", "area", Urls("third").Nonce("CA1", "area")));
    }

    [Fact]
    public void StepOf_Request_IsReadFromItsUrl()
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString($"?step=area%20menu&n={urls.Nonce("CA1", "area menu")}");

        Assert.Equal("area menu", urls.StepOf(request, "CA1"));
        Assert.Null(urls.StepOf(request, "CA2"));
    }

    private static StepUrls Urls(string token, string other = "")
    {
        var options = new TwilioOptionsBuilder().Options;
        options.AuthToken = token;
        options.OtherAuthToken = other;
        return new StepUrls(Microsoft.Extensions.Options.Options.Create(options), new FixedAddress());
    }
}
