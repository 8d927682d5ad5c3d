using Helpline.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Journeys;

/// <summary>A parent rings when nobody is there, and an adviser who works late hears what they said; an application of its own, on a clock that says Sunday night.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NightJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Message_LeftAtNight_SaysWhenWeOpenAndIsTakenByKeyboard()
    {
        await using var night = new RunningHelpline();
        night.At(new SundayNight());
        night.Start(alwaysOpen: false);
        await using var parent = await browsers.VisitorAsync(width: 375, of: night);
        var phone = parent.Page;
        await phone.DialAsync("+447700900877");
        await phone.HearAsync("We open again");
        await phone.LeaveMessageAsync("Our appeal has to be sent this week.");
        await parent.AssertGoodAsync();

        await using var adviser = await browsers.VisitorAsync(of: night);
        var console = adviser.Page;
        await adviser.SignInAsync("adviser1");
        await adviser.AvailableAsync();
        await Assertions.Expect(console.Locator(".console-offer")).ToContainTextAsync("voicemail", new() { IgnoreCase = true, Timeout = 90_000 });
        await console.Keyboard.PressAsync("Alt+a");
        await Assertions.Expect(console.Locator("#message-length")).ToContainTextAsync("A message of");
        var message = console.Locator("audio[aria-keyshortcuts]");
        await console.Keyboard.PressAsync("Alt+l");
        await PlaysAsync(message);

        // What is written while it plays is saved, and the bar is fetched anew: what is being heard goes on.
        await console.Locator("#bar").EvaluateAsync("bar => bar.querySelectorAll('#message-length, audio').forEach(e => e.dataset.before = 'yes')");
        await console.Keyboard.PressAsync("Alt+n");
        await console.Keyboard.TypeAsync("The appeal goes on Thursday.");
        await Assertions.Expect(console.Locator("#saved")).ToHaveTextAsync("Saved");
        await Assertions.Expect(console.Locator("#message-length[data-before]")).ToHaveCountAsync(0);
        await Assertions.Expect(console.Locator("audio[data-before]")).ToHaveCountAsync(1);
        await PlaysAsync(message);
        await adviser.AssertGoodAsync();
        await adviser.EndAndCloseAsync();
    }

    // It plays, or is over already: a short message may be before anybody looks.
    private static async Task PlaysAsync(ILocator sound)
    {
        const string Plays = "a => !a.paused || a.played.length > 0";
        for (var i = 0; i < 300 && !await sound.EvaluateAsync<bool>(Plays); i++)
        {
            await sound.Page.WaitForTimeoutAsync(100);
        }

        Assert.True(await sound.EvaluateAsync<bool>(Plays), "the message does not play");
    }

    /// <summary>From 23:00 of the coming Sunday on.</summary>
    private sealed class SundayNight : TimeProvider
    {
        private readonly TimeSpan ahead = Ahead(System.GetUtcNow());

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

        private static TimeSpan Ahead(DateTimeOffset now)
        {
            var sunday = now.Date.AddDays((7 - (int)now.DayOfWeek) % 7);
            return sunday.AddHours(23) - now.UtcDateTime;
        }
    }
}
