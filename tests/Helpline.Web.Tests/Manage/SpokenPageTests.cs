using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using Helpline.Core.Spoken;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Manage;

/// <summary>The page on which an administrator words, or has recorded, what callers hear.</summary>
public sealed class SpokenPageTests : IAsyncDisposable
{
    private const string Password = "a password for tests only";
    private const string Address = "/manage/spoken";
    private const string Hello = "Hello. You have reached <em>the line</em>.";
    private const string Words = "Hello. You have reached the line for tests.";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 3, 2, 10, 0, 0, TimeSpan.Zero));
    private readonly HelplineFactory factory = new();

    public SpokenPageTests() => factory.With("Seed:Password", Password).At(clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    [Fact]
    public async Task Page_WhoeverIsNoAdministrator_CannotOpenIt()
    {
        foreach (var account in (string[])["adviser1", "supervisor", "manager", "editor"])
        {
            var member = await factory.SignInAsync(account, Password, Stop);

            using var answer = await member.OpenAsync(Address, Stop);

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains("/sign-in/not-allowed", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Words_Saved_AreSaidShownWithWhoChangedThemAndCanBeTakenBack()
    {
        var admin = await factory.SignInAsync("admin", Password, Stop);
        var empty = await admin.ReadAsync(Address, Stop);
        Assert.Contains("Never changed", empty.QuerySelector("#changed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("call 9 9 9", empty.QuerySelector("#built-in-greeting")!.TextContent, StringComparison.Ordinal);

        using var saved = await SaveAsync(admin, Answers(greeting: $" {Words}\r\n", voice: "BrianNeural"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await admin.ReadAsync(Address, Stop);
        Assert.Equal(Words, page.QuerySelector("#Greeting")!.TextContent.Trim());
        Assert.Equal("BrianNeural", page.QuerySelector("#Voice option[selected]")!.GetAttribute("value"));
        Assert.Contains("by Ali Administrator, Tuesday 2 March 2027, 10am", page.QuerySelector("#changed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Words, page.QuerySelector("#log li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((Words, SpokenVoice.BrianNeural), ((await CurrentAsync()).Greeting, (await CurrentAsync()).Voice));

        using var back = await SaveAsync(admin, Answers());
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Null((await CurrentAsync()).Greeting);
        Assert.Equal(2, (await admin.ReadAsync(Address, Stop)).QuerySelectorAll("#log li").Length);
    }

    [Fact]
    public async Task Words_WithAMistake_AreExplainedBesideTheFieldAndNothingIsChanged()
    {
        var admin = await factory.SignInAsync("admin", Password, Stop);
        (string Field, string Typed, string Problem)[] mistakes =
        [
            ("Greeting", Hello, "Take the brackets"),
            ("Privacy", "999", "Enter the privacy notice in words"),
            ("Greeting", new string('a', SpokenText.Longest + 1), "600 characters or fewer"),
            ("Voice", "Polly.Joanna", "Choose a voice from the list"),
            ("Voice", "99", "Choose a voice from the list"),
        ];
        foreach (var (field, typed, problem) in mistakes)
        {
            var answers = Answers(greeting: Words);
            answers[field] = typed;

            using var answer = await SaveAsync(admin, answers);

            var page = await HelplineFactory.ReadAsync(answer, Stop);
            AssertRefused(page, field, problem);
            if (field != "Voice")
            {
                Assert.Equal(typed, page.QuerySelector($"#{field}")!.TextContent.Trim());
            }

            Assert.Equal(SpokenView.NeverChanged, (await CurrentAsync()).Version);
        }
    }

    [Fact]
    public async Task Recording_Sent_CanBeHeardOnThePageAndRemoved()
    {
        var admin = await factory.SignInAsync("admin", Password, Stop);

        // Its name says nothing.
        using var saved = await SaveAsync(admin, Answers(greeting: Words), ("GreetingRecording", Sounds.Mp3(400), "greeting.txt"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await admin.ReadAsync(Address, Stop);
        var section = page.QuerySelector("#recording-Greeting")!;
        Assert.Contains("MP3, 11 seconds", section.TextContent, StringComparison.Ordinal);
        Assert.Contains(Words, section.TextContent, StringComparison.Ordinal);
        var audio = section.QuerySelector("audio[controls]")!;
        using var visitor = factory.Visitor();
        using var heard = await visitor.OpenAsync(audio.GetAttribute("src")!, Stop);
        Assert.Equal("audio/mpeg", heard.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Sounds.Mp3(400), await heard.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("nosniff", heard.Headers.GetValues("X-Content-Type-Options").Single());

        using var removed = await SendAsync(admin, section.QuerySelector("form")!.GetAttribute("action")!, []);

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Null((await CurrentAsync()).GreetingRecording);
        Assert.Equal(Words, (await CurrentAsync()).Greeting);
        Assert.NotNull((await admin.ReadAsync(Address, Stop)).QuerySelector("#no-recordings"));
        using var gone = await visitor.OpenAsync(audio.GetAttribute("src")!, Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Recording_ThatIsNone_IsExplainedBesideTheField()
    {
        var admin = await factory.SignInAsync("admin", Password, Stop);
        (byte[] Content, string Problem)[] mistakes =
        [
            (Encoding.UTF8.GetBytes("<svg onload='alert(1)'/>"), "must be a WAV or MP3 recording"),
            (Sounds.Wav(SoundFile.LongestSeconds + 1), "90 seconds or shorter"),
            (new byte[SoundFile.MostBytes + 1], "4 MB or smaller"),
        ];
        foreach (var (content, problem) in mistakes)
        {
            using var answer = await SaveAsync(admin, Answers(greeting: Words), ("GreetingRecording", content, "greeting.wav"));

            var page = await HelplineFactory.ReadAsync(answer, Stop);
            AssertRefused(page, "GreetingRecording", problem);
            Assert.Equal(Words, page.QuerySelector("#Greeting")!.TextContent.Trim());
            Assert.Equal(SpokenView.NeverChanged, (await CurrentAsync()).Version);
        }
    }

    [Fact]
    public async Task Recording_WithoutItsWords_IsRefusedWhenSentAndLater()
    {
        var admin = await factory.SignInAsync("admin", Password, Stop);

        using var sent = await SaveAsync(admin, Answers(), ("PrivacyRecording", Sounds.Wav(2), "notice.wav"));
        AssertRefused(await HelplineFactory.ReadAsync(sent, Stop), "Privacy", "Enter what the recording of the privacy notice says");
        using var saved = await SaveAsync(admin, Answers(greeting: Words), ("GreetingRecording", Sounds.Wav(2), "greeting.wav"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var emptied = await SaveAsync(admin, Answers());

        AssertRefused(await HelplineFactory.ReadAsync(emptied, Stop), "Greeting", "Enter what the recording of the greeting says");
        Assert.Equal(Words, (await CurrentAsync()).Greeting);
    }

    [Fact]
    public async Task Words_AColleagueChangedMeanwhile_AreNotLost()
    {
        var admin = await factory.SignInAsync("admin", Password, Stop);
        using var first = await SaveAsync(admin, Answers(greeting: Words));
        var answers = Answers(greeting: "Mine.");
        answers["ShownVersion"] = SpokenView.NeverChanged.ToString(CultureInfo.InvariantCulture);

        using var second = await SaveAsync(admin, answers);

        var page = await HelplineFactory.ReadAsync(second, Stop);
        AssertRefused(page, "Greeting", "A colleague has changed this meanwhile");
        Assert.Equal("Mine.", page.QuerySelector("#Greeting")!.TextContent.Trim());
        Assert.Equal("0", page.QuerySelector("#ShownVersion")!.GetAttribute("value"));
        Assert.Equal(Words, (await CurrentAsync()).Greeting);
    }

    private static void AssertRefused(IDocument page, string field, string problem)
    {
        Assert.Contains(problem, page.QuerySelector($"#{field}-error")?.TextContent ?? $"nothing beside {field}", StringComparison.Ordinal);
        Assert.Equal($"#{field}", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Contains($"{field}-error", page.QuerySelector($"#{field}")!.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Answers(string greeting = "", string voice = "AmyNeural") =>
        new() { ["Greeting"] = greeting, ["Privacy"] = "", ["Voice"] = voice };

    private Task<SpokenView> CurrentAsync()
    {
        var board = factory.Services.GetRequiredService<SpokenBoard>();
        board.Refresh();
        return board.CurrentAsync(Stop);
    }

    private static Task<HttpResponseMessage> SaveAsync(
        HttpClient admin, Dictionary<string, string> answers, params (string Field, byte[] Content, string Name)[] files) =>
        SendAsync(admin, $"{Address}?handler=Save", answers, files);

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient admin, string address, Dictionary<string, string> answers, params (string Field, byte[] Content, string Name)[] files)
    {
        var page = await admin.ReadAsync(Address, Stop);
        using var form = new MultipartFormDataContent { { new StringContent(page.QuerySelector("main input[name=_token]")!.GetAttribute("value")!), "_token" } };
        answers.TryAdd("ShownVersion", page.QuerySelector("#ShownVersion")!.GetAttribute("value")!);
        foreach (var (name, value) in answers)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (field, content, name) in files)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
            form.Add(file, field, name);
        }

        return await admin.PostAsync(new Uri(address, UriKind.Relative), form, Stop);
    }
}
