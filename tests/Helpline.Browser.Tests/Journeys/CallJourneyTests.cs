using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>From the parent's first ring to the manager's page, by keyboard on the console's side.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CallJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Call_FromRingToManagersPage_IsAnsweredRecordedScoredAndCounted()
    {
        await using var adviser = await browsers.VisitorAsync();
        await using var parent = await browsers.VisitorAsync(width: 375);
        var (console, phone) = (adviser.Page, parent.Page);
        await adviser.SignInAsync("adviser1");
        await console.WaitForURLAsync("**/console");
        await console.Locator("html[data-ready='true']").WaitForAsync();
        await adviser.AvailableAsync();
        await adviser.AssertGoodAsync();

        // The parent rings, names no place, says what it is about, and waits.
        await phone.GotoAsync("/simulator");
        await phone.GetByLabel("Ring from").FillAsync("+447700900321");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Ring", Exact = true }).ClickAsync();
        await HearAsync(phone, "national helpline");
        await HearAsync(phone, "press 0");
        await KeyAsync(phone, "0");
        await HearAsync(phone, "What is your call about");
        await KeyAsync(phone, "1");
        await HearAsync(phone, "a refusal to assess");
        await KeyAsync(phone, "2");
        await parent.AssertGoodAsync();

        // The adviser's console rings with what is known.
        await Assertions.Expect(console.Locator(".console-offer")).ToContainTextAsync("refuses to assess", new() { IgnoreCase = true });
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("+447700900321");

        await Assertions.Expect(console.Locator("#disposition-error")).ToBeHiddenAsync();

        // The law while talking.
        await console.Keyboard.PressAsync("Alt+s");
        await console.Keyboard.TypeAsync("council wont asess my son s.36(8)");
        await console.Locator(".console-result").First.WaitForAsync();
        await console.Keyboard.PressAsync("Alt+c");
        await console.Locator("#cited a").First.WaitForAsync();
        await console.Keyboard.PressAsync("Alt+n");
        await console.Keyboard.TypeAsync("Refusal letter came on Friday.");
        await console.GetByLabel("Place: council or postcode").FillAsync("Guildford");
        await console.Keyboard.PressAsync("Tab");
        await Assertions.Expect(console.Locator("#AuthorityCode")).Not.ToHaveValueAsync("");
        await Assertions.Expect(console.Locator("#saved")).ToHaveTextAsync("Saved");
        await adviser.AssertGoodAsync();

        // Hold and back.
        await console.Keyboard.PressAsync("Alt+h");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("On hold for");
        await HearAsync(phone, "put you on hold");
        await adviser.AssertGoodAsync();
        await AssertKeysShownAsync(console);
        await console.Keyboard.PressAsync("Alt+h");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");

        // A reload loses nothing.
        await console.ReloadAsync();
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");
        await Assertions.Expect(console.Locator("#Notes")).ToHaveValueAsync("Refusal letter came on Friday.");
        await console.Locator("#cited a").First.WaitForAsync();

        // The end, the survey, the wrap-up.
        await console.Keyboard.PressAsync("Alt+q");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Wrap-up");
        await HearAsync(phone, "Did we help you");
        await KeyAsync(phone, "5");
        await HearAsync(phone, "what to do next");
        await KeyAsync(phone, "4");
        await HearAsync(phone, "Goodbye");
        await console.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(console.Locator("#disposition-error")).ToBeVisibleAsync();
        await Assertions.Expect(console.Locator("#contact-problems a[href='#DispositionCode']")).ToHaveTextAsync("Choose the outcome of this contact");
        await adviser.AssertGoodAsync();
        await AssertKeysShownAsync(console);
        await console.Keyboard.PressAsync("Alt+o");
        await Assertions.Expect(console.Locator("#DispositionCode")).ToBeFocusedAsync();
        await console.Locator("#DispositionCode").SelectOptionAsync("advice-given");
        await console.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(console.Locator("#nothing")).ToBeVisibleAsync();
        await console.Keyboard.PressAsync("Alt+2");
        await Assertions.Expect(console.Locator("#presence")).ToHaveTextAsync("away");
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+0");
        await Assertions.Expect(console.Locator("#presence")).ToHaveTextAsync("offline");

        await using var manager = await browsers.VisitorAsync();
        await manager.SignInAsync("manager");
        await manager.Page.GotoAsync("/manage");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("Answered");
        await manager.AssertGoodAsync();
        await manager.Page.GotoAsync("/manage/trends");
        await manager.AssertGoodAsync();
    }

    /// <summary>Every action of the console shows its key, and says it to those who do not see it.</summary>
    private static async Task AssertKeysShownAsync(IPage console)
    {
        var bare = await console.Locator("#console button:visible").EvaluateAllAsync<string[]>(
            "buttons => buttons.filter(b => !b.matches('[data-cite]') && !(b.querySelector('kbd') && b.getAttribute('aria-keyshortcuts'))).map(b => b.textContent.trim())");
        Assert.Empty(bare);
    }

    private static Task HearAsync(IPage phone, string words) =>
        Assertions.Expect(phone.Locator(".phone-screen").First).ToContainTextAsync(words, new() { IgnoreCase = true, Timeout = 60_000 });

    private static Task KeyAsync(IPage phone, string key) =>
        phone.Locator(".phone").First.GetByRole(AriaRole.Button, new() { Name = key, Exact = true }).ClickAsync();
}
