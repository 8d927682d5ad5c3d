using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helpline.Knowledge.Tests.Api;

public sealed class DeadlinesApiTests(KnowledgeApiHost host) : IClassFixture<KnowledgeApiHost>
{
    private async Task<(HttpResponseMessage Response, JsonElement Body)> Get(string url)
    {
        var response = await host.Client.GetAsync(url, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Deadline_WithTrigger_GivesTheLastDay()
    {
        var (_, body) = await Get("/api/v1/deadlines/ehc-final-plan?trigger=2026-10-05");

        Assert.Equal("2026-10-05", body.GetProperty("trigger").GetString());
        Assert.Equal("2027-02-22", body.GetProperty("due").GetString());
        Assert.Equal("checked", body.GetProperty("confidence").GetString());
        Assert.All(["id", "authority", "howCounted", "exceptions", "ifMissed"], name => Assert.True(body.TryGetProperty(name, out _), name));
        Assert.Equal(2, body.GetProperty("working").GetArrayLength());
        Assert.Equal(["request-received"], body.GetProperty("events").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public async Task Deadline_WithTwoDates_GivesTheLater()
    {
        var (_, body) = await Get("/api/v1/deadlines/sen-appeal-two-months?trigger=2026-10-01&second=2026-11-29");

        Assert.Equal("2027-01-04", body.GetProperty("due").GetString());
        Assert.Equal("2026-11-29", body.GetProperty("second").GetString());
    }

    [Fact]
    public async Task Deadline_OfSchoolDaysWithoutCalendar_GivesNullAndAReason()
    {
        var (_, body) = await Get("/api/v1/deadlines/irp-application-15-school-days?trigger=2026-11-02");

        Assert.Equal(JsonValueKind.Null, body.GetProperty("due").ValueKind);
        Assert.True(body.GetProperty("needsSchoolCalendar").GetBoolean());
        Assert.Contains("school's own calendar", body.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadline_OfSchoolDaysWithCalendar_GivesTheLastDay()
    {
        var (_, body) = await Get(
            "/api/v1/deadlines/irp-application-15-school-days?trigger=2026-10-19&term=2026-09-02..2026-12-18&term=2027-01-04..2027-03-25&closed=2026-10-26..2026-10-30&closed=2026-11-27");

        Assert.Equal("2026-11-16", body.GetProperty("due").GetString());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("reason").ValueKind);
    }

    [Fact]
    public async Task Deadline_OfAnAmount_SaysWhatIsLeft()
    {
        var (_, body) = await Get("/api/v1/deadlines/suspension-45-days?trigger=2026-09-02&used=40");

        Assert.Contains("at most 5 more school days", body.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ehc-final-plan?trigger=1999-12-31", "from 2000-01-01 to 2100-12-31")]
    [InlineData("ehc-final-plan?trigger=9999-12-31", "from 2000-01-01 to 2100-12-31")]
    [InlineData("ehc-final-plan?trigger=2026-10-05&second=2026-10-06", "Leave 'second' out")]
    [InlineData("sen-appeal-two-months?second=2026-11-29", "'trigger'")]
    [InlineData("sen-appeal-two-months?trigger=2026-10-01&second=soon", "'second' as a date, YYYY-MM-DD: The date on the mediation certificate")]
    [InlineData("irp-hearing?trigger=2026-11-02&term=autumn", "term=2026-09-02..2026-12-18")]
    [InlineData("irp-hearing?trigger=2026-11-02&closed=2026-11-27", "Enter at least one term")]
    [InlineData("suspension-45-days?trigger=2026-09-02&used=many", "from 0 to 400")]
    [InlineData("suspension-45-days?trigger=2026-09-02&used=401", "from 0 to 400")]
    public async Task Get_WrongInput_SaysWhatToWrite(string asked, string says)
    {
        var (response, body) = await Get($"/api/v1/deadlines/{asked}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(says, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_List_HoldsAllSixtyAndTheEventsThatStartThem()
    {
        var (_, body) = await Get("/api/v1/deadlines");

        Assert.Equal(60, body.GetProperty("deadlines").GetArrayLength());
        var received = body.GetProperty("events").EnumerateArray().Single(e => e.GetProperty("id").GetString() == "request-received");
        Assert.Equal(["ehc-decision-to-assess", "ehc-no-plan-decision", "ehc-final-plan"], received.GetProperty("deadlines").EnumerateArray().Select(d => d.GetString()));
    }
}
