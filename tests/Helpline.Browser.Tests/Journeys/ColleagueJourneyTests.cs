using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>Colleagues, supervisors and interpreters on a call, a place that is kept, and a message; by keyboard on the console's side.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ColleagueJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Call_WhisperedAndHandedOver_TravelsWithItsRecord()
    {
        await using var adviser = await AvailableAsync("adviser1");
        await using var parent = await browsers.VisitorAsync(width: 375);
        var (console, phone) = (adviser.Page, parent.Page);
        await phone.RingAsync("+447700900654");
        await Assertions.Expect(console.Locator(".console-offer")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");
        await console.Keyboard.PressAsync("Alt+n");
        await console.Keyboard.TypeAsync("Excluded on Monday.");
        await Assertions.Expect(console.Locator("#saved")).ToHaveTextAsync("Saved");

        // Help is wanted, and a supervisor whispers: the adviser sees it.
        await console.Keyboard.PressAsync("Alt+i");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("You asked for help");
        await using var supervisor = await browsers.VisitorAsync();
        await supervisor.SignInAsync("supervisor");
        await supervisor.Page.WaitForURLAsync("**/console");
        await Assertions.Expect(supervisor.Page.Locator("#help")).ToContainTextAsync("1 adviser needs help");
        await supervisor.AssertGoodAsync();
        await supervisor.Page.Locator(".console-help [data-mode='Whisper']").First.FocusAsync();
        await supervisor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(supervisor.Page.Locator("#help")).ToContainTextAsync("You are on");
        await Assertions.Expect(console.Locator("#supervisors")).ToContainTextAsync("is speaking to you. The caller does not hear it.");
        await adviser.AssertGoodAsync();
        await supervisor.Page.GotoAsync("/console/floor");
        await Assertions.Expect(supervisor.Page.Locator("#board")).ToContainTextAsync("Asha");
        await supervisor.AssertGoodAsync();
        await supervisor.Page.Locator("[data-unmonitor]").FocusAsync();
        await supervisor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Locator("#supervisors")).ToHaveCountAsync(0);

        // A colleague is asked in, comes, and takes the call over.
        await using var colleague = await AvailableAsync("adviser2");
        await console.Keyboard.PressAsync("Alt+k");
        await Assertions.Expect(console.Locator("#colleagues-list [data-consult]").First).ToBeFocusedAsync();
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Enter");
        await Assertions.Expect(colleague.Page.Locator(".console-offer")).ToContainTextAsync("asks you into a call");
        await colleague.Page.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(colleague.Page.Locator(".console-contact")).ToContainTextAsync("Excluded on Monday.");
        await colleague.AssertGoodAsync();
        await Assertions.Expect(console.Locator("#colleague")).ToContainTextAsync("is with you. The caller hears music.");
        await console.Keyboard.PressAsync("Alt+y");
        await Assertions.Expect(console.Locator("#nothing")).ToBeVisibleAsync();
        await Assertions.Expect(colleague.Page.Locator(".console-callbar")).ToContainTextAsync("Talking for");
        await Assertions.Expect(colleague.Page.Locator("#Notes")).ToHaveValueAsync("Excluded on Monday.");

        // The caller agrees to a recording; the colleague ends the call and records it.
        await colleague.Page.Keyboard.PressAsync("Alt+r");
        await Assertions.Expect(colleague.Page.Locator(".console-recording")).ToBeVisibleAsync();
        await colleague.AssertGoodAsync();
        await colleague.Page.Keyboard.PressAsync("Alt+q");
        await Assertions.Expect(colleague.Page.Locator(".console-callbar")).ToContainTextAsync("Wrap-up");
        await Assertions.Expect(colleague.Page.Locator("#recording")).ToContainTextAsync("Recorded because the caller agreed");
        await Assertions.Expect(phone.Locator(".phone-screen").First).ToContainTextAsync("Did we help you", new() { Timeout = 60_000 });
        await colleague.Page.Locator("#DispositionCode").SelectOptionAsync("advice-given");
        await colleague.Page.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(colleague.Page.Locator("#nothing")).ToBeVisibleAsync();
        await colleague.OfflineAsync();
        await adviser.OfflineAsync();
    }

    [Fact]
    public async Task Place_Kept_IsRungBackWhenItsTurnComes()
    {
        await using var parent = await browsers.VisitorAsync(width: 375);
        var phone = parent.Page;
        await phone.RingAsync("+447700900987");
        await phone.KeepPlaceAsync();
        await parent.AssertGoodAsync();

        await using var adviser = await AvailableAsync("adviser1");
        await Assertions.Expect(adviser.Page.Locator(".console-offer")).ToContainTextAsync("A caller to ring back", new() { Timeout = 90_000 });
        await adviser.Page.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(adviser.Page.Locator(".console-callbar")).ToContainTextAsync("Ringing the parent");
        await adviser.AssertGoodAsync();
        var answer = phone.GetByRole(AriaRole.Button, new() { Name = "Answer" });
        await answer.ClickAsync(new() { Timeout = 60_000 });
        await phone.HearAsync("To be joined, press 1");
        await parent.AssertGoodAsync();
        await phone.Locator(".phone").First.GetByRole(AriaRole.Button, new() { Name = "1", Exact = true }).ClickAsync();
        await Assertions.Expect(adviser.Page.Locator(".console-callbar")).ToContainTextAsync("Talking for", new() { Timeout = 60_000 });
        await adviser.EndAndCloseAsync();
    }

    [Fact]
    public async Task Callback_HungUpOn_TellsTheAdviserAndTheCallerRegainsThePlace()
    {
        await using var parent = await browsers.VisitorAsync(width: 375);
        var phone = parent.Page;
        await phone.RingAsync("+447700900988");
        await phone.KeepPlaceAsync();

        await using var adviser = await AvailableAsync("adviser1");
        var console = adviser.Page;
        await Assertions.Expect(console.Locator(".console-offer")).ToContainTextAsync("A caller to ring back", new() { Timeout = 90_000 });
        await console.Keyboard.PressAsync("Alt+a");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync(new() { Timeout = 60_000 });
        await phone.HearAsync("To be joined, press 1");
        await phone.Locator(".phone").First.GetByRole(AriaRole.Button, new() { Name = "Hang up" }).ClickAsync();

        await Assertions.Expect(console.Locator("#missed")).ToContainTextAsync("They are rung again from");
        await adviser.AssertGoodAsync();

        // Who rings again is not asked everything again.
        await phone.DialAsync("+447700900988");
        await phone.HearAsync("your place");
        await Assertions.Expect(console.Locator(".console-offer")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");
        await adviser.EndAndCloseAsync();
    }

    [Fact]
    public async Task Interpreter_FromTheDirectory_IsRungAndBroughtTogetherWithTheCaller()
    {
        await using var manager = await browsers.VisitorAsync();
        await manager.SignInAsync("manager");
        await manager.Page.GotoAsync("/manage/directory");
        await manager.Page.GetByLabel("Who answers there").FillAsync("Sign language interpreters");
        await manager.Page.GetByLabel("Number", new() { Exact = true }).FillAsync("020 7946 0987");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(manager.Page.Locator("[data-entry]")).ToContainTextAsync("Sign language interpreters");
        await manager.AssertGoodAsync();

        await using var adviser = await AvailableAsync("adviser1");
        await using var parent = await browsers.VisitorAsync(width: 375);
        var (console, phone) = (adviser.Page, parent.Page);
        await phone.RingAsync("+447700900765");
        await Assertions.Expect(console.Locator(".console-offer")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");

        await console.Keyboard.PressAsync("Alt+k");
        var ring = console.Locator("[data-outside]");
        await ring.WaitForAsync();
        await adviser.AssertGoodAsync();
        await ring.FocusAsync();
        await console.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Locator("#outside")).ToContainTextAsync("The caller hears music.");
        await phone.HearAsync("put you on hold");
        await Assertions.Expect(console.Locator("#outside")).ToContainTextAsync("is with you. The caller hears music.");
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+h");
        await Assertions.Expect(console.Locator("#outside")).ToContainTextAsync("The caller hears them too.");
        await Assertions.Expect(console.Locator("[data-recording]")).ToHaveCountAsync(0);
        await adviser.AssertGoodAsync();
        await console.Locator("[data-outside-end]").FocusAsync();
        await console.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Locator("#outside")).ToHaveCountAsync(0);

        await console.Keyboard.PressAsync("Alt+k");
        await ring.WaitForAsync();
        await ring.FocusAsync();
        await console.Keyboard.PressAsync("Enter");
        await console.Locator("[data-outside-leave]").FocusAsync();
        await console.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Locator("#outside")).ToContainTextAsync("goes on talking with Sign language interpreters, without you");
        await adviser.AssertGoodAsync();

        await using var supervisor = await browsers.VisitorAsync();
        await supervisor.SignInAsync("supervisor");
        await supervisor.Page.GotoAsync("/console/floor");
        var together = supervisor.Page.Locator("[data-together]");
        await Assertions.Expect(together).ToContainTextAsync("A caller talks with Sign language interpreters");
        await supervisor.AssertGoodAsync();
        await together.GetByRole(AriaRole.Button).FocusAsync();
        await supervisor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(together).ToHaveCountAsync(0);
        await phone.HearAsync("Did we help you");
        await adviser.CloseAsync();
    }

    [Fact]
    public async Task Message_LeftInsteadOfWaiting_IsPlayedAndDealtWithByKeyboard()
    {
        await using var parent = await browsers.VisitorAsync(width: 375);
        var phone = parent.Page;
        await phone.RingAsync("+447700900876");
        await phone.HearAsync("leave a message");
        await phone.KeyAsync("1");
        await phone.LeaveMessageAsync("Please ring me about a school place.");

        await using var adviser = await AvailableAsync("adviser1");
        var console = adviser.Page;
        await Assertions.Expect(console.Locator(".console-offer")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator("#message-length")).ToContainTextAsync("A message of");
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+l");
        await Assertions.Expect(console.Locator("audio[aria-keyshortcuts]")).ToHaveJSPropertyAsync("paused", false);
        await adviser.EndAndCloseAsync();
    }

    [Fact]
    public async Task Booking_MadeWithTheParentOnACall_IsBookedByKeyboardAndAnswered()
    {
        await RotaAsync();
        await using var adviser = await AvailableAsync("adviser1");
        await using var parent = await browsers.VisitorAsync(width: 375);
        var (console, phone) = (adviser.Page, parent.Page);
        await phone.RingAsync("+447700900543");
        await Assertions.Expect(console.Locator(".console-offer")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator(".console-callbar")).ToContainTextAsync("Talking for");

        await console.Keyboard.PressAsync("Alt+4");
        await Assertions.Expect(console.Locator("#book-topic")).ToBeFocusedAsync();
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("Alt+4");
        await Assertions.Expect(console.Locator("#book-slot")).ToBeFocusedAsync();
        await Assertions.Expect(console.Locator("#book-number")).ToHaveValueAsync("07700 900 543");

        // Without a time it says so beside the field, and nothing typed is lost.
        await console.Locator("#book-happened").FocusAsync();
        await console.Keyboard.TypeAsync("The letter says no.");
        await console.Keyboard.PressAsync("Alt+4");
        await Assertions.Expect(console.Locator("#book-slot-error")).ToContainTextAsync("Choose a time");
        await Assertions.Expect(console.Locator("#book-slot")).ToBeFocusedAsync();
        await Assertions.Expect(console.Locator("#book-happened")).ToHaveValueAsync("The letter says no.");
        await adviser.AssertGoodAsync();
        await console.Keyboard.PressAsync("ArrowDown");
        await console.Keyboard.PressAsync("Alt+4");
        await Assertions.Expect(console.Locator("#book-done")).ToBeFocusedAsync();
        await Assertions.Expect(console.Locator("#book-done")).ToContainTextAsync("reference HL-");
        await Assertions.Expect(console.Locator("[data-ahead]")).ToContainTextAsync("The questions before the call are answered.");
        await adviser.AssertGoodAsync();
        await adviser.EndAndCloseAsync();
    }

    // Half of those on duty may be booked: two make one seat.
    private async Task RotaAsync()
    {
        await using var supervisor = await browsers.VisitorAsync();
        await supervisor.SignInAsync("supervisor");
        for (var n = 0; n < 2; n++)
        {
            await supervisor.Page.GotoAsync("/console/rota");
            var section = supervisor.Page.Locator("section[data-adviser]").Nth(n);
            for (var day = 0; day < 7; day++)
            {
                await section.Locator("input[name^='Week']").Nth(day).FillAsync("07:00-22:00");
            }

            await section.GetByRole(AriaRole.Button, new() { Name = "Save the week" }).PressAsync("Enter");
        }

        await supervisor.AssertGoodAsync();
    }

    private async Task<Visitor> AvailableAsync(string name)
    {
        var adviser = await browsers.VisitorAsync();
        await adviser.SignInAsync(name);
        await adviser.AvailableAsync();
        return adviser;
    }
}
