using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Running;

/// <summary>Somebody at a browser.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string[] WhatCounts = ["serious", "critical"];

    // What WCAG 2.2 added is off unless asked for.
    private static readonly AxeRunOptions Everything = new() { Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } }, ResultTypes = [ResultType.Violations] };

    private readonly IBrowserContext context;
    private readonly List<string> problems = [];

    internal Visitor(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => problems.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                problems.Add(message.Text);
            }
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Signs a member of staff in.</summary>
    public async Task SignInAsync(string account)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("E-mail address").FillAsync($"{account}@helpline.test");
        await Page.GetByLabel("Password").FillAsync(RunningHelpline.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Goes available at the console, by keyboard, as somebody without a microphone does: refused at first, led to the panel, and back.</summary>
    public async Task AvailableAsync()
    {
        await Page.Locator("html[data-ready='true']").WaitForAsync();
        await Page.Keyboard.PressAsync("Alt+1");
        await Assertions.Expect(Page.Locator("#sound-try")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#softphone-allow")).ToBeFocusedAsync();
        await Page.Locator("#softphone-without").PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#softphone-summary")).ToHaveTextAsync("without sound");
        await Page.Keyboard.PressAsync("Alt+f");
        await Page.Keyboard.PressAsync("Alt+1");
        await Assertions.Expect(Page.Locator("#presence")).ToHaveTextAsync("available");
    }

    /// <summary>Goes offline at the console, by keyboard.</summary>
    public async Task OfflineAsync()
    {
        await Page.Keyboard.PressAsync("Alt+0");
        await Assertions.Expect(Page.Locator("#presence")).ToHaveTextAsync("offline");
    }

    /// <summary>Ends the conversation, or is done with a message; then as <see cref="CloseAsync"/>.</summary>
    public async Task EndAndCloseAsync()
    {
        await Page.Keyboard.PressAsync("Alt+q");
        await CloseAsync();
    }

    /// <summary>Records an outcome in wrap-up, finishes the contact and goes offline, so that the next test finds nothing.</summary>
    public async Task CloseAsync()
    {
        await Assertions.Expect(Page.Locator(".console-callbar")).ToContainTextAsync("Wrap-up");
        await Page.Locator("#DispositionCode").SelectOptionAsync("advice-given");
        await Page.Keyboard.PressAsync("Alt+w");
        await Assertions.Expect(Page.Locator("#nothing")).ToBeVisibleAsync();
        await OfflineAsync();
    }

    /// <summary>Cuts this visitor off, or gives the line back.</summary>
    public Task SetOfflineAsync(bool offline) => context.SetOfflineAsync(offline);

    /// <summary>The page breaks no rule of WCAG 2.2 AA that can be examined, has no other serious problem and broke none of its own rules.</summary>
    /// <param name="opened">A page this visitor opened beside the first; null for the first.</param>
    public async Task AssertGoodAsync(IPage? opened = null)
    {
        var page = opened ?? Page;
        // No page of ours holds another, and the newer way opens a second page for each look, in a process of its own.
#pragma warning disable CS0618
        var result = await page.Locator(":root").RunAxeLegacy(Everything);
#pragma warning restore CS0618
        var found = result.Violations.Where(v => WhatCounts.Contains(v.Impact) || v.Tags.Any(tag => tag.StartsWith("wcag", StringComparison.Ordinal)))
            .Select(v => $"{page.Url}: {v.Id} – {v.Help} – {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
        Assert.Empty(found);
        Assert.Empty(problems);
        // A page that scrolls sideways hides words from people who zoom.
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth + 1"), $"{page.Url} scrolls sideways");
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
