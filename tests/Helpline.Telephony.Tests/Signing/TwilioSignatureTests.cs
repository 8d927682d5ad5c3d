using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Tests.Signing;

public class TwilioSignatureTests
{
    private const string Token = "12345";
    private const string DigestOfExample = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private const string ExampleJson = "{\"property\": \"value\", \"boolean\": true}";

    [Fact]
    public void Compute_PublishedSecurityVector_GivesThePublishedSignature()
    {
        var signature = TwilioSignature.Compute(
            Token, "https://example.com/myapp.php?foo=1&bar=2", Fields("+14158675310"));

        Assert.Equal("L/OH5YylLD5NRKLltdqwSvS0BnU=", signature);
    }

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    public void Compute_PublishedFormVector_GivesThePublishedSignature(string url, string expected)
    {
        Assert.Equal(expected, TwilioSignature.Compute(Token, url, Fields("+14158675309")));
    }

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    public void IsValid_WithOrWithoutThePort_Accepts(string url, string signature)
    {
        Assert.True(TwilioSignature.IsValid(Token, signature, url, Fields("+14158675309")));
    }

    [Theory]
    [InlineData("http://example.test:8080/in", "http://example.test/in")]
    [InlineData("http://example.test/in", "http://example.test:80/in")]
    [InlineData("https://[2001:db8::1]:8443/in", "https://[2001:db8::1]/in")]
    [InlineData("https://[2001:db8::1]/in", "https://[2001:db8::1]:443/in")]
    public void IsValid_CustomPortOrAddressLiteral_AcceptsBothSpellings(string given, string spelling)
    {
        var signature = TwilioSignature.Compute(Token, spelling, Fields("+1"));

        Assert.True(TwilioSignature.IsValid(Token, signature, given, Fields("+1")));
    }

    [Fact]
    public void IsValid_AnotherPortWasSigned_Refuses()
    {
        var signature = TwilioSignature.Compute(Token, "https://example.test:8443/in", Fields("+1"));

        Assert.False(TwilioSignature.IsValid(Token, signature, "https://example.test/in", Fields("+1")));
    }

    [Fact]
    public void IsValidBody_PublishedJsonVector_Accepts()
    {
        var body = System.Text.Encoding.UTF8.GetBytes(ExampleJson);
        var url = "https://example.com/myapp.php?foo=1&bar=2&bodySHA256=" + DigestOfExample;
        var mycompany = url.Replace("example.com", "mycompany.com", StringComparison.Ordinal);

        Assert.Equal(DigestOfExample, TwilioSignature.BodyDigest(body));
        Assert.Equal("a9nBmqA0ju/hNViExpshrM61xv4=", TwilioSignature.Compute(Token, mycompany));
        Assert.True(TwilioSignature.IsValidBody(Token, "a9nBmqA0ju/hNViExpshrM61xv4=", mycompany, body));
    }

    [Theory]
    [InlineData("{\"property\": \"value\", \"boolean\": false}", DigestOfExample)]
    [InlineData(ExampleJson + "\n", DigestOfExample)]
    [InlineData(ExampleJson, "")]
    [InlineData(ExampleJson, "00")]
    public void IsValidBody_BodyDoesNotFitTheDigest_Refuses(string json, string digest)
    {
        var url = "https://mycompany.com/myapp.php?bodySHA256=" + digest;
        var signature = TwilioSignature.Compute(Token, url);

        Assert.False(TwilioSignature.IsValidBody(Token, signature, url, System.Text.Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void IsValidBody_NoDigestInTheUrl_Refuses()
    {
        var url = "https://mycompany.com/myapp.php?foo=1";

        Assert.False(TwilioSignature.IsValidBody(Token, TwilioSignature.Compute(Token, url), url, "{}"u8));
    }

    [Fact]
    public void IsValidBody_DigestFitsButSignatureDoesNot_Refuses()
    {
        var url = "https://mycompany.com/myapp.php?bodySHA256=" + DigestOfExample;

        Assert.False(TwilioSignature.IsValidBody(
            Token, "a9nBmqA0ju/hNViExpshrM61xv4=", url, System.Text.Encoding.UTF8.GetBytes(ExampleJson)));
    }

    [Fact]
    public void Compute_NamesThatCultureWouldReorder_SortsOrdinally()
    {
        // Culture order is Called, CallSid, caller; ordinal order is CallSid, Called, caller.
        var signature = TwilioSignature.Compute(
            Token, "https://example.test/in", [new("caller", "3"), new("Called", "2"), new("CallSid", "1")]);

        var inOrder = TwilioSignature.Compute(Token, "https://example.test/inCallSid1Called2caller3");
        Assert.Equal(inOrder, signature);
    }

    [Fact]
    public void Compute_EmptyValue_StillSignsItsName()
    {
        var with = TwilioSignature.Compute(Token, "https://example.test/in", [new("FromCity", ""), new("To", "1")]);

        Assert.Equal(TwilioSignature.Compute(Token, "https://example.test/inFromCityTo1"), with);
    }

    [Fact]
    public void IsValid_SpacesAroundAValue_AreSigned()
    {
        var signature = TwilioSignature.Compute(Token, "https://example.test/in", [new("Body", " yes ")]);

        Assert.True(TwilioSignature.IsValid(Token, signature, "https://example.test/in", [new("Body", " yes ")]));
        Assert.False(TwilioSignature.IsValid(Token, signature, "https://example.test/in", [new("Body", "yes")]));
    }

    [Fact]
    public void Compute_RepeatedField_CountsEachDifferentValueOnceInOrder()
    {
        var signature = TwilioSignature.Compute(
            Token, "https://example.test/in", [new("Sid", "b"), new("Sid", "a"), new("Sid", "b")]);

        Assert.Equal(TwilioSignature.Compute(Token, "https://example.test/inSidaSidb"), signature);
    }

    [Fact]
    public void Compute_TextBeyondAscii_SignsUtf8()
    {
        var signature = TwilioSignature.Compute(Token, "https://example.test/in", [new("SpeechResult", "Siân, £5")]);

        Assert.Equal(TwilioSignature.Compute(Token, "https://example.test/inSpeechResultSiân, £5"), signature);
        Assert.NotEqual(TwilioSignature.Compute(Token, "https://example.test/inSpeechResultSian, ?5"), signature);
    }

    [Theory]
    [InlineData("https://example.test/in?name=it%27s&x=a+b", "https://example.test/in?name=it's&x=a%20b")]
    [InlineData("https://example.test/in?a=1&b=2&a=3", "https://example.test/in?a=1&a=3&b=2")]
    [InlineData("https://example.test/in?a=1&b=2&a=3", "https://example.test:443/in?a=1&a=3&b=2")]
    public void IsValid_LegacyQuotingOfTheQuery_Accepts(string given, string spelling)
    {
        Assert.True(TwilioSignature.IsValid(Token, TwilioSignature.Compute(Token, spelling), given));
    }

    [Theory]
    [InlineData("https://example.test/in?x=a%2Bb", "https://example.test/in?x=a+b")]
    [InlineData("https://example.test/in?x=1", "https://example.test/in?x=2")]
    [InlineData("https://example.test/in", "http://example.test/in")]
    [InlineData("https://example.test/in", "https://example.test/in/")]
    [InlineData("https://example.test/In", "https://example.test/in")]
    public void IsValid_AnotherUrlWasSigned_Refuses(string given, string spelling)
    {
        Assert.False(TwilioSignature.IsValid(Token, TwilioSignature.Compute(Token, spelling), given));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("L/OH5YylLD5NRKLltdqwSvS0BnU")]
    [InlineData("l/OH5YylLD5NRKLltdqwSvS0BnU=")]
    [InlineData("Np1nax6uFoY6qpfT5l9jWwJeit0=")]
    public void IsValid_NoOrWrongSignature_Refuses(string? signature)
    {
        Assert.False(TwilioSignature.IsValid(
            Token, signature, "https://example.com/myapp.php?foo=1&bar=2", Fields("+14158675310")));
    }

    [Fact]
    public void IsValid_TokenOfAnotherAccount_Refuses()
    {
        Assert.False(TwilioSignature.IsValid(
            "54321", "L/OH5YylLD5NRKLltdqwSvS0BnU=", "https://example.com/myapp.php?foo=1&bar=2", Fields("+14158675310")));
    }

    [Fact]
    public void IsValid_FieldDroppedAddedOrRenamedByCase_Refuses()
    {
        var url = "https://example.com/myapp.php?foo=1&bar=2";
        var fields = Fields("+14158675310");
        var signature = TwilioSignature.Compute(Token, url, fields);

        Assert.False(TwilioSignature.IsValid(Token, signature, url, fields.Skip(1)));
        Assert.False(TwilioSignature.IsValid(Token, signature, url, fields.Append(new("StirVerstat", "x"))));
        Assert.False(TwilioSignature.IsValid(
            Token, signature, url, fields.Select(f => new KeyValuePair<string, string>(f.Key.ToUpperInvariant(), f.Value))));
    }

    [Theory]
    [InlineData("https://example.test:8443/in?a=1#rc=2&rp=5xx", "https://example.test/in?a=1")]
    [InlineData("https://user:pass@example.test/in", "https://example.test/in")]
    [InlineData("http://example.test:8080/in#e=dublin", "http://example.test:8080/in")]
    [InlineData("http://localhost:5000/a%2Fb?c=d%20e", "http://localhost:5000/a%2Fb?c=d%20e")]
    public void ForVoice_ConfiguredUrl_IsWhatTheServiceSigns(string configured, string spelling)
    {
        Assert.Equal(spelling, SignedUrl.ForVoice(configured));
    }

    private static List<KeyValuePair<string, string>> Fields(string from) =>
    [
        new("To", "+18005551212"),
        new("From", from),
        new("Digits", "1234"),
        new("Caller", from),
        new("CallSid", "CA1234567890ABCDE"),
    ];
}
