using Helpline.Browser.Tests.Running;
using Helpline.Core.Calls;
using Helpline.Core.Spoken;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Browser.Tests;

/// <summary>The pages of staff that no journey walks through, narrow and wide, with something on them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StaffPagesTests(Browsers browsers)
{
    [Fact]
    public async Task StaffPages_NarrowAndWide_HaveNoSeriousProblem()
    {
        await GiveUpAsync();
        await using var supervisor = await browsers.VisitorAsync(width: 375);
        await supervisor.SignInAsync("supervisor");
        foreach (var address in new[] { "/console", "/console/gave-up", "/console/floor", "/console/blocks", "/console/bookings", "/console/rota", "/console/clock", "/console/updates", "/console/article/refused-an-assessment", "/manage", "/manage/surge", "/manage/directory", "/manage/knowledge" })
        {
            await supervisor.Page.SetViewportSizeAsync(375, 900);
            await supervisor.Page.GotoAsync(address);
            await supervisor.AssertGoodAsync();
            await supervisor.Page.SetViewportSizeAsync(1280, 900);
            await supervisor.AssertGoodAsync();
        }

        await supervisor.Page.GotoAsync("/console/gave-up");
        Assert.Equal(1, await supervisor.Page.Locator("a[href='tel:+447700900188']").CountAsync());
    }

    [Fact]
    public async Task SpokenPage_WithARecordingAndWithMistakes_HasNoSeriousProblem()
    {
        await using (var scope = browsers.Helpline.Services.CreateAsyncScope())
        {
            var spoken = scope.ServiceProvider.GetRequiredService<SpokenService>();
            var board = scope.ServiceProvider.GetRequiredService<SpokenBoard>();
            board.Refresh();
            var version = (await board.CurrentAsync(TestContext.Current.CancellationToken)).Version;
            await spoken.SaveAsync(
                new() { Version = version, Greeting = "Hello. This is a test.", Voice = SpokenVoice.AmyNeural, GreetingRecording = Sounds.Wav(2) },
                Guid.NewGuid(),
                TestContext.Current.CancellationToken);
        }

        await using var admin = await browsers.VisitorAsync(width: 375);
        await admin.SignInAsync("admin");
        await admin.Page.GotoAsync("/manage/spoken");
        await admin.AssertGoodAsync();
        Assert.Equal(1, await admin.Page.Locator("#recording-Greeting audio[controls]").CountAsync());
        await admin.Page.FillAsync("#Greeting", "{}");
        await admin.Page.ClickAsync("button:text-is('Save')");
        await admin.Page.WaitForSelectorAsync("#Greeting-error");
        await admin.AssertGoodAsync();
        await admin.Page.SetViewportSizeAsync(1280, 900);
        await admin.AssertGoodAsync();
        await admin.Page.GotoAsync("/manage/spoken");
        await admin.Page.ClickAsync("#recording-Greeting button");
        await admin.Page.WaitForSelectorAsync("#no-recordings");
        await admin.Page.FillAsync("#Greeting", "");
        await admin.Page.ClickAsync("button:text-is('Save')");
        await admin.Page.WaitForSelectorAsync("#changed");
    }

    [Fact]
    public async Task OwnPhone_ChosenByKeyboardAndWithAMistake_HasNoSeriousProblem()
    {
        await using var adviser = await browsers.VisitorAsync(width: 375);
        await adviser.SignInAsync("adviser2");
        var page = adviser.Page;
        await page.Locator("html[data-ready='true']").WaitForAsync();
        await page.Keyboard.PressAsync("Alt+f");
        await page.Locator("#own-phone-number").FillAsync("0900 123 4567");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#own-phone-error");
        await adviser.AssertGoodAsync();
        await page.Locator("#own-phone-number").FillAsync("07700 900 222");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#own-phone-form[data-own=true]");
        await adviser.AssertGoodAsync();
        Assert.DoesNotContain("900 222", await page.ContentAsync(), StringComparison.Ordinal);
        await page.SetViewportSizeAsync(1280, 900);
        await adviser.AssertGoodAsync();

        // With it chosen nothing has to be tried.
        await page.Keyboard.PressAsync("Alt+1");
        await page.WaitForSelectorAsync("#presence:text-is('available')");
        await page.Keyboard.PressAsync("Alt+0");
        await page.WaitForSelectorAsync("#presence:text-is('offline')");
        await page.Locator("#own-phone-browser").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#own-phone-form[data-own=false]");
    }

    private async Task GiveUpAsync()
    {
        await using var scope = browsers.Helpline.Services.CreateAsyncScope();
        var calls = scope.ServiceProvider.GetRequiredService<CallService>();
        var sid = $"CA{Guid.NewGuid():n}";
        await calls.StartVoiceAsync(sid, "+447700900188", TestContext.Current.CancellationToken);
        await calls.JoinQueueAsync(sid, TestContext.Current.CancellationToken);
        await calls.CallerLeftAsync(sid, TestContext.Current.CancellationToken);
    }
}
