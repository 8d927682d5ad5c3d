using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helpline.Telephony.Options;
using Helpline.Telephony.Tokens;

namespace Helpline.Telephony.Tests.Tokens;

public class VoiceAccessTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Create_Token_HasExactlyTheContractsHeaderAndPayload()
    {
        var parts = Create(new TwilioOptionsBuilder().Options).Create("adv_17", TimeSpan.FromMinutes(30)).Split('.');

        Assert.Equal("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"cty\":\"twilio-fpa;v=1\"}", Text(parts[0]));
        var now = Now.ToUnixTimeSeconds();
        Assert.Equal(
            $$$$$"""
            {"jti":"SK00112233445566778899aabbccddeeff-{{{{{now}}}}}","iss":"SK00112233445566778899aabbccddeeff","sub":"AC00112233445566778899aabbccddeeff","iat":{{{{{now}}}}},"nbf":{{{{{now}}}}},"exp":{{{{{now + 1800}}}}},"grants":{"identity":"adv_17","voice":{"incoming":{"allow":true},"outgoing":{"application_sid":"AP00112233445566778899aabbccddeeff"}}}}
            """,
            Text(parts[1]));
    }

    [Fact]
    public void Create_Token_IsSignedWithTheKeysSecret()
    {
        var token = Create(new TwilioOptionsBuilder().Options).Create("adv_17", TimeSpan.FromHours(1));
        var cut = token.LastIndexOf('.');

        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes("secret"), Encoding.ASCII.GetBytes(token[..cut]));

        Assert.Equal(Base64Url.EncodeToString(mac), token[(cut + 1)..]);
        Assert.DoesNotContain('=', token);
    }

    [Fact]
    public void Create_IncomingNotAllowed_LeavesTheGrantOut()
    {
        var payload = Payload(Create(new TwilioOptionsBuilder().Options).Create("adv_17", TimeSpan.FromHours(1), allowIncoming: false));

        var voice = payload.GetProperty("grants").GetProperty("voice");
        Assert.False(voice.TryGetProperty("incoming", out _));
        Assert.True(voice.TryGetProperty("outgoing", out _));
    }

    [Theory]
    [InlineData("https://api.dublin.ie1.twilio.com", "ie1")]
    [InlineData("https://api.twilio.com", null)]
    [InlineData("/simulator/twilio", null)]
    [InlineData("https://api.dublin.ie1.twilio.com.attacker.example", null)]
    public void Create_RegionalApi_IsNamedInTheHeader(string api, string? region)
    {
        var token = Create(new TwilioOptionsBuilder { Api = api }.Options).Create("adv_17", TimeSpan.FromHours(1));
        using var header = JsonDocument.Parse(Text(token.Split('.')[0]));

        Assert.Equal(region, header.RootElement.TryGetProperty("twr", out var twr) ? twr.GetString() : null);
    }

    [Theory]
    [InlineData(3601)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Create_LifetimeBeyondAnHourOrNone_Throws(int seconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Create(new TwilioOptionsBuilder().Options).Create("adv_17", TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a@b.example")]
    [InlineData("adv 17")]
    [InlineData("adv_17\n")]
    public void Create_IdentityTwilioMangles_Throws(string identity)
    {
        Assert.Throws<ArgumentException>(() => Create(new TwilioOptionsBuilder().Options).Create(identity, TimeSpan.FromHours(1)));
    }

    private static VoiceAccessToken Create(TwilioOptions options) =>
        new(Microsoft.Extensions.Options.Options.Create(options), new StoppedClock());

    private static string Text(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));

    private static JsonElement Payload(string token) => JsonDocument.Parse(Text(token.Split('.')[1])).RootElement;

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
