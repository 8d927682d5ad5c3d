using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge.Tests.Api;

public sealed class KnowledgeApiTests(KnowledgeApiHost host) : IClassFixture<KnowledgeApiHost>
{
    private readonly HttpClient client = host.Client;

    private async Task<(HttpResponseMessage Response, JsonElement Body)> Get(string url)
    {
        var response = await client.GetAsync(url, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Search_Question_GivesTheContractedShape()
    {
        var (response, body) = await Get("/api/v1/advice/search?q=council+refused+to+asess&top=3");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("council refused to asess", body.GetProperty("query").GetString());
        Assert.Equal("council refused to assess", body.GetProperty("corrected").GetString());
        Assert.True(body.GetProperty("total").GetInt32() >= 3);
        var first = body.GetProperty("results")[0];
        Assert.Equal(["slug", "title", "summary", "snippet", "topics", "provisions", "reviewed", "score"], first.EnumerateObject().Select(p => p.Name));
        Assert.Equal("refused-an-assessment", first.GetProperty("slug").GetString());
        Assert.Contains("<mark>", first.GetProperty("snippet").GetString(), StringComparison.Ordinal);
        Assert.Matches("^2026-[0-9]{2}-[0-9]{2}$", first.GetProperty("reviewed").GetString()!);
        Assert.Equal(3, body.GetProperty("results").GetArrayLength());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Search_Topic_IsHeeded()
    {
        var (_, body) = await Get("/api/v1/advice/search?q=council&topic=mediation");

        Assert.All(body.GetProperty("results").EnumerateArray(), r => Assert.Contains("mediation", r.GetProperty("topics").EnumerateArray().Select(t => t.GetString())));
    }

    [Theory]
    [InlineData("/api/v1/advice/search", "'q'")]
    [InlineData("/api/v1/advice/search?q=%20", "'q'")]
    [InlineData("/api/v1/advice/search?q=x&top=0", "'top'")]
    [InlineData("/api/v1/advice/search?q=x&top=many", "'top'")]
    [InlineData("/api/v1/advice/search?q=x&topic=nope", "/api/v1/topics")]
    [InlineData("/api/v1/advice/search?q=x&stage=nope", "Write one of")]
    [InlineData("/api/v1/deadlines/ehc-final-plan?trigger=5+October", "YYYY-MM-DD")]
    [InlineData("/api/v1/deadlines/ehc-final-plan?trigger=", "YYYY-MM-DD")]
    [InlineData("/api/v1/deadlines/ehc-final-plan?trigger=2026-02-30", "YYYY-MM-DD")]
    public async Task Get_WrongInput_SaysWhatToWrite(string url, string says)
    {
        var (response, body) = await Get(url);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(says, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(400, body.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/api/v1/advice/no-such-article")]
    [InlineData("/api/v1/deadlines/no-such-limit")]
    public async Task Get_Unknown_IsAProblemOf404(string url)
    {
        var (response, body) = await Get(url);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(body.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Advice_Known_GivesTheArticleWithATag()
    {
        var (response, body) = await Get("/api/v1/advice/refused-an-assessment");

        Assert.Equal("refused-an-assessment", body.GetProperty("slug").GetString());
        Assert.Contains("<h2", body.GetProperty("bodyHtml").GetString(), StringComparison.Ordinal);
        Assert.Contains("cfa2014-s36", body.GetProperty("provisions").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
        Assert.Equal($"\"{body.GetProperty("version").GetString()}\"", response.Headers.ETag!.Tag);
    }

    [Theory]
    [InlineData("/api/v1/advice/refused-an-assessment")]
    [InlineData("/api/v1/topics")]
    [InlineData("/api/v1/deadlines")]
    [InlineData("/api/v1/deadlines/ehc-final-plan")]
    public async Task Get_WithItsTag_IsNotSentAgain(string url)
    {
        var first = await client.GetAsync(url, TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var second = await client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Topics_List_HasFourteenGroups()
    {
        var (_, body) = await Get("/api/v1/topics");

        Assert.Equal(14, body.GetProperty("groups").GetArrayLength());
        Assert.Equal("what-is-sen", body.GetProperty("groups")[0].GetProperty("topics")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Deadline_WithTrigger_GivesTheLastDay()
    {
        var (_, body) = await Get("/api/v1/deadlines/ehc-final-plan?trigger=2026-10-05");

        Assert.Equal("2026-10-05", body.GetProperty("trigger").GetString());
        Assert.Equal("2027-02-22", body.GetProperty("due").GetString());
        Assert.Equal("checked", body.GetProperty("confidence").GetString());
        Assert.All(["id", "authority", "howCounted", "exceptions", "ifMissed"], name => Assert.True(body.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Deadline_OfSchoolDays_GivesNullAndAReason()
    {
        var (_, body) = await Get("/api/v1/deadlines/irp-application-15-school-days?trigger=2026-11-02");

        Assert.Equal(JsonValueKind.Null, body.GetProperty("due").ValueKind);
        Assert.Contains("school's own calendar", body.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_List_HoldsAllSixty()
    {
        var (_, body) = await Get("/api/v1/deadlines");

        Assert.Equal(60, body.GetProperty("deadlines").GetArrayLength());
    }

    [Fact]
    public async Task Start_NoSuchFolder_IsRefused()
    {
        await using var broken = KnowledgeApiHost.Build("/no/such/folder", Path.GetTempPath());

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => broken.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Content:Path is '/no/such/folder', which is not a folder.", refused.Message, StringComparison.Ordinal);
    }
}
