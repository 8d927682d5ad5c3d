using System.Text;
using System.Xml.Linq;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Tests.TwiML;

public class TwimlDocumentTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    [Fact]
    public void Empty_Response_IsItsDeclarationAndRoot()
    {
        Assert.Equal(Declaration + "<Response />", new VoiceDocument().ToString());
    }

    [Fact]
    public void ToUtf8_AnyDocument_BeginsWithTheDeclarationAndNoByteOrderMark()
    {
        var bytes = new VoiceDocument().Say("Siân").ToUtf8();

        Assert.Equal((byte)'<', bytes[0]);
        Assert.Contains("Siân", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_Default_NamesVoiceAndLanguage()
    {
        AssertVerbs("<Say voice=\"Polly.Amy-Neural\" language=\"en-GB\">Hello</Say>", new VoiceDocument().Say("Hello"));
    }

    [Fact]
    public void Say_AnotherStyle_IsUsedInsideGatherToo()
    {
        var style = new SpeechStyle { Voice = "Polly.Brian", Language = "en-GB" };

        AssertVerbs(
            "<Gather input=\"dtmf\" action=\"/a\" method=\"POST\" timeout=\"10\" finishOnKey=\"#\">"
            + "<Say voice=\"Polly.Brian\" language=\"en-GB\">Press 1</Say></Gather>",
            new VoiceDocument(style).Gather(new GatherOptions { Action = "/a" }, p => p.Say("Press 1")));
    }

    [Fact]
    public void Say_MarkupAndControlCharacters_AreMadeHarmless()
    {
        var document = new VoiceDocument().Say("Rights & \"duties\" <b>\u0000\u0007\ud800 x").ToString();

        Assert.Contains("Rights &amp; \"duties\" &lt;b&gt; x", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public void Say_NothingToSay_WritesNothing(string text)
    {
        AssertVerbs("", new VoiceDocument().Say(text));
    }

    [Fact]
    public void Say_LongText_IsSplitAfterSentencesWithoutLosingAWord()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => $"This is sentence number {i} of a long notice. ")).Trim();

        var says = XDocument.Parse(new VoiceDocument().Say(text).ToString()).Root!.Elements("Say").Select(e => e.Value).ToList();

        Assert.True(says.Count > 2);
        Assert.All(says, say => Assert.InRange(say.Length, 1, 4096));
        Assert.All(says, say => Assert.EndsWith(".", say, StringComparison.Ordinal));
        Assert.Equal(text, string.Join(' ', says));
    }

    [Fact]
    public void Say_LongTextWithoutSpaces_NeverCutsACharacterInTwo()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("\U0001F600", 4100));

        var pieces = TwimlText.Pieces(text).ToList();

        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 4096));
        Assert.Equal(text, string.Concat(pieces));
    }

    [Fact]
    public void Gather_EveryOption_IsWritten()
    {
        var options = new GatherOptions
        {
            Action = "https://helpline.example/area?step=area&n=x",
            Input = GatherInput.KeysOrSpeech,
            NumDigits = 1,
            Timeout = 12,
            FinishOnKey = "",
            SpeechTimeout = "auto",
            SpeechModel = "phone_call",
            Hints = ["Leeds", "York"],
            ActionOnEmptyResult = true,
        };

        AssertVerbs(
            "<Gather input=\"dtmf speech\" action=\"https://helpline.example/area?step=area&amp;n=x\" method=\"POST\" timeout=\"12\" "
            + "finishOnKey=\"\" numDigits=\"1\" language=\"en-GB\" speechTimeout=\"auto\" speechModel=\"phone_call\" hints=\"Leeds,York\" "
            + "actionOnEmptyResult=\"true\"><Play>/hold.wav</Play><Pause length=\"2\" /></Gather>",
            new QueueWaitDocument().Gather(options, p => p.Play("/hold.wav").Pause(2)));
    }

    [Fact]
    public void Gather_AutomaticSpeechTimeoutWithoutAModel_Throws()
    {
        var options = new GatherOptions { Action = "/a", Input = GatherInput.Speech, SpeechTimeout = "auto" };

        Assert.Throws<ArgumentException>(() => new VoiceDocument().Gather(options));
    }

    [Fact]
    public void Gather_TooManyOrTooLongHints_Throws()
    {
        Assert.Throws<ArgumentException>(() => new VoiceDocument().Gather(
            new GatherOptions { Action = "/a", Hints = [.. Enumerable.Repeat("a", 501)] }));
        Assert.Throws<ArgumentException>(() => new VoiceDocument().Gather(
            new GatherOptions { Action = "/a", Hints = [new string('a', 101)] }));
    }

    [Fact]
    public void Enqueue_Queue_PostsBothWays()
    {
        AssertVerbs(
            "<Enqueue action=\"/q\" method=\"POST\" waitUrl=\"/w\" waitUrlMethod=\"POST\">q-main</Enqueue>",
            new VoiceDocument().Enqueue(new EnqueueOptions { Queue = "q-main", Action = "/q", WaitUrl = "/w" }));
    }

    [Fact]
    public void DialConference_EveryOption_IsWrittenWithTheBeepOff()
    {
        var options = new DialConferenceOptions
        {
            Room = "c-01J",
            Action = "/post",
            Label = "caller",
            EndOnExit = true,
            WaitUrl = "/connecting",
            Region = "ie1",
            StatusCallback = "/conference",
            Events = [ConferenceEvent.Join, ConferenceEvent.Leave],
        };

        AssertVerbs(
            "<Dial action=\"/post\" method=\"POST\"><Conference beep=\"false\" startConferenceOnEnter=\"true\" endConferenceOnExit=\"true\" "
            + "participantLabel=\"caller\" waitUrl=\"/connecting\" waitMethod=\"POST\" region=\"ie1\" statusCallback=\"/conference\" "
            + "statusCallbackEvent=\"join leave\" statusCallbackMethod=\"POST\">c-01J</Conference></Dial>",
            new VoiceDocument().DialConference(options));
    }

    [Fact]
    public void DialConference_EmptyWaitUrl_IsSilence()
    {
        var document = new VoiceDocument().DialConference(new DialConferenceOptions { Room = "c-1", WaitUrl = "" }).ToString();

        Assert.Contains("waitUrl=\"\"", document, StringComparison.Ordinal);
        Assert.DoesNotContain("waitMethod", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c/1", "caller")]
    [InlineData("room +441632960000", "caller")]
    [InlineData("c-1", "CA00112233445566778899aabbccddeeff")]
    [InlineData("c-1", "a/b")]
    public void DialConference_NameThatTwilioOrPrivacyForbids_Throws(string room, string label)
    {
        Assert.Throws<ArgumentException>(
            () => new VoiceDocument().DialConference(new DialConferenceOptions { Room = room, Label = label }));
    }

    [Fact]
    public void Record_Voicemail_AlwaysHasActionAndIsNeverTranscribed()
    {
        AssertVerbs(
            "<Record action=\"/vm\" method=\"POST\" timeout=\"5\" finishOnKey=\"#\" maxLength=\"180\" playBeep=\"true\" trim=\"trim-silence\" "
            + "recordingStatusCallback=\"/rec\" recordingStatusCallbackMethod=\"POST\" recordingStatusCallbackEvent=\"completed absent\" />",
            new VoiceDocument().Record(new RecordOptions { Action = "/vm", RecordingStatusCallback = "/rec" }));
    }

    [Fact]
    public void EndingVerbs_EachKind_AreWritten()
    {
        AssertVerbs("<Hangup />", new VoiceDocument().Hangup());
        AssertVerbs("<Leave />", new QueueWaitDocument().Leave());
        AssertVerbs("<Reject reason=\"busy\" />", new VoiceDocument().Reject(RejectReason.Busy));
        AssertVerbs("<Play loop=\"0\">/m.wav</Play><Redirect method=\"POST\">/again</Redirect>",
            new ConferenceWaitDocument().Play("/m.wav", loop: 0).Redirect("/again"));
    }

    [Fact]
    public void Add_VerbAfterOneThatEnds_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => new VoiceDocument().Hangup().Say("never heard"));
        Assert.Throws<InvalidOperationException>(() => new QueueWaitDocument().Leave().Pause(1));
        Assert.Throws<InvalidOperationException>(() => new VoiceDocument().Redirect("/a").Hangup());
        Assert.Throws<InvalidOperationException>(() => new VoiceDocument().Say("Hello").Reject(RejectReason.Busy));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a b")]
    [InlineData("ftp://example.test/a")]
    [InlineData("http://")]
    public void Redirect_NotAnAddress_Throws(string url)
    {
        Assert.Throws<ArgumentException>(() => new VoiceDocument().Redirect(url));
    }

    [Fact]
    public void ToUtf8_MoreThanTwilioReads_Throws()
    {
        var document = new VoiceDocument();
        for (var i = 0; i < 16; i++)
        {
            document.Say(new string('x', 4000));
        }

        Assert.True(document.ToUtf8().Length <= 64 * 1024);
        Assert.Throws<InvalidOperationException>(() => document.Say(new string('x', 4000)).ToUtf8());
    }

    [Fact]
    public void RestrictedDocuments_TheirVerbs_AreExactlyThoseAllowed()
    {
        // These types are the guard; a verb added to a base class by mistake would show here.
        Assert.Equal(["Pause", "Play", "Redirect", "Say"], VerbsOf(typeof(ConferenceWaitDocument)));
        Assert.Equal(["Gather", "Hangup", "Leave", "Pause", "Play", "Redirect", "Say"], VerbsOf(typeof(QueueWaitDocument)));
        Assert.Equal(["Pause", "Play", "Say"], VerbsOf(typeof(GatherPrompts)));
    }

    [Fact]
    public async Task TwimlResult_Executed_HasTheExactTypeAndAStatedLength()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;

        await new TwimlResult(new VoiceDocument(), SpeechStyle.Default).ExecuteAsync(context);

        Assert.Equal("text/xml; charset=utf-8", context.Response.ContentType);
        Assert.Equal(body.Length, context.Response.ContentLength);
        Assert.Equal(Declaration + "<Response />", Encoding.UTF8.GetString(body.ToArray()));
    }

    private static IEnumerable<string> VerbsOf(Type type) => type.GetMethods()
        .Where(method => method.ReturnType == type).Select(method => method.Name).Order(StringComparer.Ordinal);

    private static void AssertVerbs(string expected, ITwiml document) =>
        Assert.Equal(
            Declaration + (expected.Length == 0 ? "<Response />" : $"<Response>{expected}</Response>"),
            document.ToString());
}
