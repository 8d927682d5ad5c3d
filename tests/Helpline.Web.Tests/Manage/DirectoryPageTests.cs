using System.Net;
using Helpline.Testing;

namespace Helpline.Web.Tests.Manage;

/// <summary>The directory: what managers keep in it, and what is refused beside the field.</summary>
public sealed class DirectoryPageTests : IAsyncDisposable
{
    private const string Password = "a password for tests only";

    private static readonly (string Field, string Typed, string Words)[] Mistakes =
    [
        ("Name", " ", "Enter who answers there"),
        ("Name", new string('n', 81), "80 characters or fewer"),
        ("Kind", "Colleague", "Choose a kind"),
        ("Number", "", "Enter the number"),
        ("Number", "020 7946", "Enter a whole number"),
        ("Number", "0900 123 4567", "premium rate"),
        ("Number", "+33 1 23 45 67 89", "in the United Kingdom"),
        ("Note", new string('n', 201), "200 characters or fewer"),
    ];

    private readonly HelplineFactory factory = new();

    public DirectoryPageTests() => factory.With("Seed:Password", Password);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    [Fact]
    public async Task Entry_AddedChangedAndRemoved_IsShownWithWhoChangedIt()
    {
        var manager = await factory.SignInAsync("manager", Password, Stop);
        Assert.NotNull((await manager.ReadAsync("/manage/directory", Stop)).QuerySelector("#nothing"));

        using (var added = await SendAsync(manager, "Save", Terms()))
        {
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        var page = await manager.ReadAsync("/manage/directory", Stop);
        var row = page.QuerySelector("[data-entry]")!;
        Assert.Contains("02079 460 123", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("by ", row.TextContent, StringComparison.Ordinal);
        var id = row.GetAttribute("data-entry")!;

        var edited = await manager.ReadAsync($"/manage/directory?edit={id}", Stop);
        Assert.Equal("Interpreting service", edited.QuerySelector("#Name")!.GetAttribute("value"));
        using (var changed = await SendAsync(manager, "Save", Terms(("Name", "Interpreters <b>for</b> all"), ("Edit", id))))
        {
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        }

        page = await manager.ReadAsync("/manage/directory", Stop);
        Assert.Equal("Interpreters <b>for</b> all", Assert.Single(page.QuerySelectorAll("[data-entry] th")).TextContent);

        using var removed = await SendAsync(manager, "Remove", new() { ["Id"] = id });
        Assert.NotNull((await manager.ReadAsync("/manage/directory", Stop)).QuerySelector("#nothing"));
    }

    [Fact]
    public async Task Entry_WithAMistake_IsRefusedBesideTheFieldAndNothingIsLost()
    {
        var manager = await factory.SignInAsync("manager", Password, Stop);
        foreach (var (field, typed, words) in Mistakes)
        {
            using var answer = await SendAsync(manager, "Save", Terms((field, typed)));
            var page = await HelplineFactory.ReadAsync(answer, Stop);
            Assert.Contains(words, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(words, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
            var kept = field == "Name" ? "Note" : "Name";
            Assert.Equal(kept == "Name" ? "Interpreting service" : "Until 18:00", page.QuerySelector($"#{kept}")!.GetAttribute("value"));
        }

        Assert.NotNull((await manager.ReadAsync("/manage/directory", Stop)).QuerySelector("#nothing"));
    }

    [Fact]
    public async Task Entry_WithANameThatIsTaken_IsRefused()
    {
        var manager = await factory.SignInAsync("manager", Password, Stop);
        using var first = await SendAsync(manager, "Save", Terms());

        using var second = await SendAsync(manager, "Save", Terms(("Name", "interpreting  SERVICE")));

        Assert.Contains("Another entry has this name", (await HelplineFactory.ReadAsync(second, Stop)).QuerySelector("#Name-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adviser1")]
    [InlineData("editor")]
    public async Task Directory_ForOthers_IsClosed(string account)
    {
        var other = await factory.SignInAsync(account, Password, Stop);

        using var answer = await other.OpenAsync("/manage/directory", Stop);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static Dictionary<string, string> Terms(params (string Field, string Typed)[] but)
    {
        Dictionary<string, string> terms = new()
        {
            ["Name"] = "Interpreting service",
            ["Kind"] = "Interpreter",
            ["Number"] = "020 7946 0123",
            ["Note"] = "Until 18:00",
        };
        foreach (var (field, typed) in but)
        {
            terms[field] = typed;
        }

        return terms;
    }

    // The page has a form for each entry, so the one meant is named.
    private static async Task<HttpResponseMessage> SendAsync(HttpClient manager, string handler, Dictionary<string, string> terms)
    {
        var token = (await manager.ReadAsync("/manage/directory", Stop)).QuerySelector("main input[name=_token]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([.. terms, new("_token", token)]);
        return await manager.PostAsync(new Uri($"/manage/directory?handler={handler}", UriKind.Relative), form, Stop);
    }
}
