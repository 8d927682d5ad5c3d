using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>An adviser who is away takes contacts by hand, by keyboard.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TakeNextJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task TakeNext_ByKeyboardWhileAway_RefusesInWordsOffersAndFinishesWrapUp()
    {
        await using var adviser = await browsers.VisitorAsync();
        await using var parent = await browsers.VisitorAsync(width: 375);
        await using var other = await browsers.VisitorAsync(width: 375);
        var console = adviser.Page;
        await adviser.SignInAsync("adviser3");
        await console.Locator("html[data-ready='true']").WaitForAsync();

        await console.Keyboard.PressAsync("Alt+3");
        await Assertions.Expect(console.Locator("#take-next-error")).ToContainTextAsync("You are offline");
        await adviser.AssertGoodAsync();
        await parent.Page.RingAsync("+447700900371");
        await parent.Page.HearAsync("stay on the line");
        await console.Keyboard.PressAsync("Alt+2");
        await Assertions.Expect(console.Locator("#presence")).ToHaveTextAsync("away");

        // A call needs a browser that was tried.
        await console.Keyboard.PressAsync("Alt+3");
        await Assertions.Expect(console.Locator("#take-next-error")).ToContainTextAsync("Try microphone and ringer first");
        await Assertions.Expect(console.Locator("#sound-try")).ToBeFocusedAsync();
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Enter");
        await console.Locator("#softphone-without").PressAsync("Enter");
        await Assertions.Expect(console.Locator("#softphone-summary")).ToHaveTextAsync("without sound");
        await console.Keyboard.PressAsync("Alt+f");

        await console.Keyboard.PressAsync("Alt+3");
        await Assertions.Expect(console.Locator(".console-offer")).ToBeVisibleAsync();
        await Assertions.Expect(console.Locator("#take-next-error")).ToBeHiddenAsync();
        await Assertions.Expect(console.Locator("#sound-untried")).ToBeHiddenAsync();
        await Assertions.Expect(console.Locator("#presence")).ToHaveTextAsync("away");
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");
        await console.Keyboard.PressAsync("Alt+3");
        await Assertions.Expect(console.Locator("#take-next-error")).ToContainTextAsync("You have a contact");

        // In wrap-up the contact is finished first, which needs its outcome.
        await other.Page.RingAsync("+447700900372");
        await other.Page.HearAsync("stay on the line");
        await console.Keyboard.PressAsync("Alt+q");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Wrap-up");
        await console.Keyboard.PressAsync("Alt+3");
        await Assertions.Expect(console.Locator("#take-next-error")).ToContainTextAsync("Finish this contact first");
        await Assertions.Expect(console.Locator("#DispositionCode")).ToBeFocusedAsync();
        await adviser.AssertGoodAsync();
        await console.Locator("#DispositionCode").SelectOptionAsync("advice-given");
        await Assertions.Expect(console.Locator("#saved")).ToHaveTextAsync("Saved");
        await console.Keyboard.PressAsync("Alt+3");
        await Assertions.Expect(console.Locator(".console-offer")).ToBeVisibleAsync();
        await console.Keyboard.PressAsync("Alt+x");
        await Assertions.Expect(console.Locator(".console-offer")).ToBeHiddenAsync();
        await console.Keyboard.PressAsync("Alt+3");
        await Assertions.Expect(console.Locator("#take-next-error")).ToContainTextAsync("declined by you a moment ago");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();
        await console.Keyboard.PressAsync("Alt+0");
    }
}
