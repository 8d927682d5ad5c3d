using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Testing;
using Helpline.Web.Pages.Manage;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Web.Tests.Manage;

/// <summary>The manager's pages on a real host with invented weeks behind it.</summary>
public sealed class ManagePagesTests(SeededHelpline helpline) : IClassFixture<SeededHelpline>
{
    public static TheoryData<string> Pages => new("/manage", "/manage?handler=Figures", "/manage/trends", "/manage/trends?handler=Csv&table=topics");

    public static TheoryData<string> Tables => new(TrendGrids.Names);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pages_NotSignedIn_AskToSignIn(string page)
    {
        var answer = await GetAsync(helpline.Visitor(), page);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString.Replace("https://localhost", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pages_AdviserOrEditor_AreRefused(string page)
    {
        foreach (var account in new[] { "adviser1", "editor" })
        {
            var client = await helpline.StaffAsync(account);

            var answer = await GetAsync(client, page);

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains("/sign-in/not-allowed", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(client, answer.Headers.Location.OriginalString)).StatusCode);
        }
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("supervisor")]
    [InlineData("admin")]
    public async Task Pages_ThoseWhoReadFigures_AreShown(string account)
    {
        var client = await helpline.StaffAsync(account);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/manage")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/manage/trends")).StatusCode);
    }

    [Fact]
    public async Task Pages_Manager_LeadToNoContact()
    {
        var client = await helpline.StaffAsync("manager");

        foreach (var page in new[] { "/manage", "/manage/trends" })
        {
            var links = (await ReadAsync(client, page)).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!);
            Assert.All(links, link => Assert.True(link[0] == '#' || link.StartsWith("/manage", StringComparison.Ordinal), link));
        }

        Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(client, "/console")).StatusCode);
    }

    [Fact]
    public async Task Today_Manager_ShowsEveryFigureAndBothFormulasInWords()
    {
        var page = await ReadAsync(await helpline.StaffAsync("manager"), "/manage");

        foreach (var figure in new[]
        {
            "waiting", "longest-wait", "available", "free", "answered", "abandoned", "short-abandoned", "mean-wait", "mean-handling",
            "service-level-answered", "service-level-all", "on-time", "still-due", "late", "overdue", "helped", "next-step",
        })
        {
            Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector($"[data-figure={figure}]")?.TextContent), figure);
        }

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Calls answered within 120 seconds, divided by all calls answered", text, StringComparison.Ordinal);
        Assert.Contains("divided by calls answered plus calls abandoned", text, StringComparison.Ordinal);
        Assert.Contains("standard", text, StringComparison.Ordinal);
        Assert.Equal("/manage?handler=Figures", page.QuerySelector("#figures")!.GetAttribute("hx-get"));
    }

    [Fact]
    public async Task Figures_Refreshed_AreAPartOfThePageAlone()
    {
        var client = await helpline.StaffAsync("manager");

        var part = await (await GetAsync(client, "/manage?handler=Figures")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("data-figure=\"waiting\"", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("id=\"figures\"", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_SmallSize_GivesTablesAndChartsOfPublishedWeeks()
    {
        var page = await ReadAsync(await helpline.StaffAsync("manager"), "/manage/trends?weeks=4");

        Assert.InRange(helpline.Contacts, 120, 150);
        var total = page.QuerySelectorAll("#table-answered tbody tr").Single(row => Cells(row)[0] == "All contacts");
        Assert.InRange(int.Parse(Cells(total)[^1], System.Globalization.CultureInfo.InvariantCulture), 50, helpline.Contacts);
        foreach (var table in new[] { "answered", "channels", "topics", "regions", "satisfaction" })
        {
            var chart = page.QuerySelector($".app-chart[data-table=table-{table}]");
            Assert.Contains(chart!.GetAttribute("data-chart"), new[] { "bars", "lines", "squares", "shares" });
            var weeks = page.QuerySelectorAll($"#table-{table} thead th[data-week]");
            Assert.Equal(4, weeks.Count(week => week.GetAttribute("data-week")!.Length == 10));
        }
    }

    [Fact]
    public async Task Seed_ClosedHours_BringMessagesAndNoCalls()
    {
        var voice = await helpline.ReadAsync(db => db.Contacts.AsNoTracking().Where(c => c.Channel == Channel.Voice).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Contains(voice, c => c.IsVoicemail);
        Assert.Contains(voice, c => c is { IsVoicemail: false, AnsweredAt: not null });
        Assert.All(voice.Where(c => !c.IsVoicemail), c => Assert.InRange(c.ArrivedAt.ToLondon().Hour, 9, 19));
        Assert.All(voice.Where(c => !c.IsVoicemail), c => Assert.NotEqual(DayOfWeek.Sunday, c.ArrivedAt.ToLondon().DayOfWeek));
    }

    [Fact]
    public async Task Trends_CellsBelowK_AreMarkedExplainedAndWithoutAValue()
    {
        var page = await ReadAsync(await helpline.StaffAsync("manager"), "/manage/trends?weeks=4");

        var hidden = page.QuerySelectorAll("#table-topics td").Where(cell => cell.TextContent.Trim() == GridCell.SuppressedMark).ToList();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, cell => Assert.True(string.IsNullOrEmpty(cell.GetAttribute("data-value"))));
        var shown = page.QuerySelectorAll("#table-topics tbody tr[data-part=drawn] td")
            .Select(cell => cell.GetAttribute("data-value")).Where(value => !string.IsNullOrEmpty(value) && value != "0");
        Assert.All(shown, value => Assert.True(int.Parse(value!, System.Globalization.CultureInfo.InvariantCulture) >= 4));
        Assert.Contains("fewer than 4 contacts", page.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Csv_EveryTable_SaysWhatThePageSays(string table)
    {
        var client = await helpline.StaffAsync("manager");
        var page = await ReadAsync(client, "/manage/trends?weeks=4");
        var link = page.QuerySelectorAll("main a[download]").SingleOrDefault(a => a.GetAttribute("href")!.Contains($"table={table}&", StringComparison.Ordinal));
        Assert.NotNull(link);

        var answer = await GetAsync(client, link.GetAttribute("href")!);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').TrimEnd().Split("\r\n").Select(Fields);
        var rows = page.QuerySelectorAll($"#table-{table} tr").Select(Cells).ToList();
        if (rows.Count == 0)
        {
            // Nothing could be shown: the page says so, the file has its headings alone.
            Assert.Single(lines);
            Assert.StartsWith("satisfaction-", table, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(rows, lines);
    }

    [Theory]
    [InlineData("13", 13)]
    [InlineData("26", 26)]
    [InlineData("7", 13)]
    [InlineData("x", 13)]
    public async Task Trends_AnyPeriod_ShowsAChoiceOfWeeksUpToTheLastThatIsOver(string asked, int weeks)
    {
        var page = await ReadAsync(await helpline.StaffAsync("manager"), $"/manage/trends?weeks={asked}");

        Assert.Equal(weeks, page.QuerySelectorAll("#table-answered th[data-week]").Count(week => week.GetAttribute("data-week")!.Length > 0));
        Assert.Equal($"Last {weeks} weeks", page.QuerySelector(".app-periods [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task Csv_UnknownTable_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(await helpline.StaffAsync("manager"), "/manage/trends?handler=Csv&table=people")).StatusCode);

    [Fact]
    public async Task Seed_DatabaseWithContactsOrProduction_IsRefused()
    {
        Assert.Equal(1, await helpline.SeedAsync("Development", "--contacts", "5"));
        Assert.Equal(1, await helpline.SeedAsync("Production", "--contacts", "5", "--again"));

        Assert.Equal(helpline.Contacts, await helpline.CountAsync());
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address) =>
        client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    private static async Task<IHtmlDocument> ReadAsync(HttpClient client, string address) =>
        await HelplineFactory.ReadAsync(await GetAsync(client, address), TestContext.Current.CancellationToken);

    private static string[] Cells(IElement row) => [.. row.Children.Select(cell => cell.TextContent.Trim())];

    private static string[] Fields(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                fields[^1] += line[i++];
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add("");
            }
            else
            {
                fields[^1] += line[i];
            }
        }

        return [.. fields];
    }
}
