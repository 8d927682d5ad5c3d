using Microsoft.Playwright;

namespace Helpline.Browser.Tests.Running;

/// <summary>The system's Chromium, driven by Playwright, and the whole application on a real port with a database of its own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>The application.</summary>
    public RunningHelpline Helpline { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Helpline.Start();
        // The five seconds of Playwright are too few on a machine that does other work.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable(),
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
        });
    }

    /// <summary>A visitor with cookies of their own.</summary>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="javaScript">Whether the browser runs scripts.</param>
    /// <param name="of">The application they visit; null for the one of all tests.</param>
    public async Task<Visitor> VisitorAsync(int width = 1280, bool javaScript = true, RunningHelpline? of = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (of ?? Helpline).Address,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Helpline.DisposeAsync();
    }

    private static string Executable() =>
        Environment.GetEnvironmentVariable("CHROMIUM")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium: 'make test' installs it, or set CHROMIUM to one.");
}

/// <summary>One instance for all browser tests: starting the application and Chromium is the slow part.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browsers>
{
    public const string Name = "browser";
}
