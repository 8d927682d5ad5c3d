using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>A parent's page and an adviser's console really speak to each other, with the microphones Chromium pretends to have.</summary>
[Collection(BrowserCollection.Name)]
public sealed class VoiceJourneyTests(Browsers browsers)
{
    // Keeps the page's connections where the test can measure what comes in by them.
    private const string KeepConnections = """
        window.kept = [];
        const Original = window.RTCPeerConnection;
        window.RTCPeerConnection = class extends Original { constructor(...settings) { super(...settings); window.kept.push(this); } };
        window.energy = async () => {
          let sum = 0;
          for (const connection of window.kept.filter((c) => c.connectionState === 'connected'))
            for (const report of (await connection.getStats()).values()) if (report.type === 'inbound-rtp') sum += report.totalAudioEnergy ?? 0;
          return sum;
        };
        """;

    [Fact]
    public async Task Voices_ThroughACall_AreHeardHeldMutedAndEnded()
    {
        await using var adviser = await browsers.VisitorAsync();
        await using var parent = await browsers.VisitorAsync(width: 375);
        var (console, phone) = (adviser.Page, parent.Page);
        // A Chromium without windows has nobody to ask.
        await console.Context.GrantPermissionsAsync(["microphone"]);
        await phone.Context.GrantPermissionsAsync(["microphone"]);
        await console.AddInitScriptAsync(KeepConnections);
        await phone.AddInitScriptAsync(KeepConnections);
        await adviser.SignInAsync("adviser5");
        await console.Locator("html[data-ready='true']").WaitForAsync();

        // Set up by its button: the meter moves with the voice, and says so in words.
        await console.Keyboard.PressAsync("Alt+1");
        await Assertions.Expect(console.Locator("#sound-untried")).ToContainTextAsync("not available yet");
        await Assertions.Expect(console.Locator("#sound-try")).ToBeFocusedAsync();
        await Assertions.Expect(console.Locator("#presence")).ToHaveTextAsync("offline");
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Locator("#softphone-allow")).ToBeFocusedAsync();
        await Assertions.Expect(console.Locator("#softphone-left")).ToContainTextAsync("set up the microphone, then speak until you are heard, then try the ring");
        await console.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Locator("#softphone-level")).ToContainTextAsync("heard well");
        await Assertions.Expect(console.GetByRole(AriaRole.Meter)).Not.ToHaveAttributeAsync("aria-valuenow", "0");
        await console.Locator("#softphone-ring").ClickAsync();
        await Assertions.Expect(console.Locator("#softphone-ring-said")).ToContainTextAsync("It rings now");
        await Assertions.Expect(console.Locator("#softphone-left")).ToHaveTextAsync("You can go available.");
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+f");
        await Assertions.Expect(console.Locator("#sound-untried")).ToBeHiddenAsync();
        await console.Keyboard.PressAsync("Alt+1");
        await Assertions.Expect(console.Locator("#presence")).ToHaveTextAsync("available");

        await phone.GotoAsync("/simulator");
        await phone.GetByLabel("Ring from").FillAsync("+447700900654");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Ring", Exact = true }).ClickAsync();
        var microphone = phone.GetByRole(AriaRole.Button, new() { Name = "Use my microphone" });
        await microphone.ClickAsync();
        await Assertions.Expect(microphone).ToHaveAttributeAsync("aria-pressed", "true");
        await parent.AssertGoodAsync();
        await Assertions.Expect(phone.Locator(".phone-screen")).ToContainTextAsync("press 0");
        await KeyAsync(phone, "0");
        await Assertions.Expect(phone.Locator(".phone-screen")).ToContainTextAsync("What is your call about");
        await KeyAsync(phone, "1");
        await Assertions.Expect(phone.Locator(".phone-screen")).ToContainTextAsync("a refusal to assess");
        await KeyAsync(phone, "2");
        await console.Locator(".console-offer").WaitForAsync();
        Assert.Contains("Ringing", await console.TitleAsync(), StringComparison.Ordinal);
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");
        Assert.DoesNotContain("Ringing", await console.TitleAsync(), StringComparison.Ordinal);

        // Both hear.
        await Assertions.Expect(console.Locator("#softphone-said")).ToHaveTextAsync("You are heard.");
        await Assertions.Expect(phone.Locator(".phone-voice")).ToHaveTextAsync("You are heard.");
        await HearsAsync(console);
        await HearsAsync(phone);
        await adviser.AssertGoodAsync();

        // Muted: the parent hears nothing; the adviser still does.
        await console.Keyboard.PressAsync("Alt+z");
        await Assertions.Expect(console.Locator("#softphone-said")).ToContainTextAsync("Muted");
        await HearsNothingAsync(phone);
        await HearsAsync(console);
        await console.Keyboard.PressAsync("Alt+z");
        await HearsAsync(phone);

        // On hold nobody hears the other.
        await console.Keyboard.PressAsync("Alt+h");
        await Assertions.Expect(phone.Locator(".phone-voice")).ToContainTextAsync("you hear music");
        await HearsNothingAsync(console);
        await HearsNothingAsync(phone);
        await console.Keyboard.PressAsync("Alt+h");
        await HearsAsync(console);
        await HearsAsync(phone);

        // The end closes every connection.
        await console.Keyboard.PressAsync("Alt+q");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Wrap-up");
        await ClosedAsync(console);
        await ClosedAsync(phone);
        await Assertions.Expect(console.Locator("#softphone-call")).ToBeHiddenAsync();
        await console.Keyboard.PressAsync("Alt+o");
        await console.Locator("#DispositionCode").SelectOptionAsync("advice-given");
        await console.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(console.Locator("#nothing")).ToBeVisibleAsync();
        await console.Keyboard.PressAsync("Alt+0");
        await Assertions.Expect(console.Locator("#presence")).ToHaveTextAsync("offline");
    }

    private static Task KeyAsync(IPage phone, string key) => phone.GetByRole(AriaRole.Button, new() { Name = key, Exact = true }).ClickAsync();

    private static Task<IJSHandle> HearsAsync(IPage page) =>
        page.WaitForFunctionAsync("async () => { const before = await energy(); await new Promise((r) => setTimeout(r, 1500)); return (await energy()) > before + 1e-4; }");

    private static Task<IJSHandle> HearsNothingAsync(IPage page) =>
        page.WaitForFunctionAsync("async () => { const before = await energy(); await new Promise((r) => setTimeout(r, 1500)); return (await energy()) < before + 1e-6; }");

    private static Task<IJSHandle> ClosedAsync(IPage page) =>
        page.WaitForFunctionAsync("() => kept.length > 0 && kept.every((c) => c.connectionState === 'closed')");
}
