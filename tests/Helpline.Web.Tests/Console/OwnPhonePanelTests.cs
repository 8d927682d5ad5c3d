using System.Net;
using AngleSharp.Html.Dom;
using Helpline.Core.Advisers;
using Helpline.Telephony.Tokens;
using Helpline.Testing;
using Helpline.Web.Pages.Console;

namespace Helpline.Web.Tests.Console;

/// <summary>The part of the softphone's panel in which an adviser says where they are rung.</summary>
public sealed class OwnPhonePanelTests(OwnPhonePanelTests.Centre factory) : IClassFixture<OwnPhonePanelTests.Centre>
{
    private const string Password = "own-phone-panel-tests-only";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Own_RingableNumber_IsShownByItsLastDigitsOnlyAndForgottenAgain()
    {
        var client = await factory.SignInAsync("adviser1", Password, Stop);
        Assert.Equal("false", (await client.ReadAsync("/console", Stop)).QuerySelector("#own-phone-form")!.GetAttribute("data-own"));

        var kept = await PostAsync(client, "own", ("number", "07700 900 456"));

        Assert.Contains("on the number that ends in 456", kept.QuerySelector("#own-phone-now")!.TextContent, StringComparison.Ordinal);
        var page = await client.ReadAsync("/console", Stop);
        Assert.Equal("true", page.QuerySelector("#own-phone-form")!.GetAttribute("data-own"));
        Assert.DoesNotContain("900456", page.DocumentElement.OuterHtml.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var back = await PostAsync(client, "browser", ("sound", "untried"));

        Assert.Equal("You are rung in this browser.", back.QuerySelector("#own-phone-now")!.TextContent);
    }

    [Theory]
    [InlineData("", "Enter the number of your telephone")]
    [InlineData("07700", "Enter a whole UK number, like 07700 900 123")]
    [InlineData("0909 879 0123", "We cannot ring that kind of number. Enter a landline or mobile number")]
    [InlineData("+33 1 99 00 12 34", "We can ring UK numbers only")]
    [InlineData("020 7946 0000", "That is the helpline’s own number. Enter yours")]
    public async Task Own_NumberThatCannotBeRung_IsRefusedBesideTheField(string number, string why)
    {
        var client = await factory.SignInAsync("adviser2", Password, Stop);

        var panel = await PostAsync(client, "own", ("number", number));

        var field = panel.QuerySelector("#own-phone-number")!;
        var error = panel.QuerySelector("#own-phone-error")!;
        Assert.Equal($"Error: {why}", error.TextContent);
        Assert.Equal(("true", number), (field.GetAttribute("aria-invalid"), field.GetAttribute("value") ?? ""));
        Assert.Contains("own-phone-error", field.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal("You are rung in this browser.", panel.QuerySelector("#own-phone-now")!.TextContent);
    }

    [Theory]
    [InlineData("tried", false, true)]
    [InlineData("untried", true, false)]
    [InlineData("without", true, true)]
    [InlineData("without", false, false)]
    [InlineData(null, true, false)]
    public void IsTried_WithoutSound_OnlyWhereNobodyRealIsOnTheLine(string? sound, bool mayGoWithout, bool tried) =>
        Assert.Equal(tried, new Phones(mayGoWithout).IsTried(sound));

    private static async Task<IHtmlDocument> PostAsync(HttpClient client, string handler, params (string Name, string Value)[] fields)
    {
        var token = (await client.ReadAsync("/console", Stop)).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("_token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await client.PostAsync(new Uri($"/console/softphone?handler={handler}", UriKind.Relative), content, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await HelplineFactory.ReadAsync(answer, Stop);
    }

    private sealed class Phones(bool mayGoWithoutSound) : ISoftphones
    {
        public bool MayGoWithoutSound => mayGoWithoutSound;

        public SoftphonePass Issue(AdviserId adviser) => throw new NotSupportedException();
    }

    /// <summary>A host with staff and a number of its own.</summary>
    public sealed class Centre : HelplineFactory
    {
        public Centre()
        {
            With("Seed:Password", Password);
            With("RateLimits:SignIn:Permits", "1000");
            With("Twilio:CallerId", "+442079460000");
        }
    }
}
