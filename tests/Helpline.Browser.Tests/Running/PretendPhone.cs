using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Running;

/// <summary>The telephone of the page <c>/simulator</c>.</summary>
internal static class PretendPhone
{
    /// <summary>Rings the helpline from a number.</summary>
    public static async Task DialAsync(this IPage phone, string from)
    {
        await phone.GotoAsync("/simulator");
        await phone.GetByLabel("Ring from").FillAsync(from);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Ring", Exact = true }).ClickAsync();
    }

    /// <summary>Rings, and skips the questions before the queue.</summary>
    public static async Task RingAsync(this IPage phone, string from)
    {
        await phone.DialAsync(from);
        foreach (var question in new[] { "press 0", "What is your call about" })
        {
            await phone.HearAsync(question);
            await phone.KeyAsync("0");
        }
    }

    /// <summary>Waits until words were said.</summary>
    public static Task HearAsync(this IPage phone, string words) =>
        Assertions.Expect(phone.Locator("body")).ToContainTextAsync(words, new() { IgnoreCase = true, Timeout = 90_000 });

    /// <summary>Presses a key of the first telephone on the page.</summary>
    public static Task KeyAsync(this IPage phone, string key) =>
        phone.Locator(".phone").First.GetByRole(AriaRole.Button, new() { Name = key, Exact = true }).ClickAsync();

    /// <summary>Waits in the queue until told how, and keeps the place for a call back to the number that rings.</summary>
    public static async Task KeepPlaceAsync(this IPage phone)
    {
        await phone.HearAsync("have us ring you back, press 2");
        await phone.KeyAsync("2");
        await phone.HearAsync("the number you are calling from");
        await phone.KeyAsync("1");
        await phone.HearAsync("If we miss you");
    }

    /// <summary>Leaves a message once the tone has sounded, ended by the key.</summary>
    public static async Task LeaveMessageAsync(this IPage phone, string words)
    {
        await phone.HearAsync("beep");
        await phone.WaitForTimeoutAsync(1_000);
        await phone.GetByLabel("Say").First.FillAsync(words);
        await phone.Keyboard.PressAsync("Enter");
        await phone.HearAsync(words);
        await phone.WaitForTimeoutAsync(2_000);
        await phone.KeyAsync("Hash");
        await phone.HearAsync("We have your message");
    }
}
