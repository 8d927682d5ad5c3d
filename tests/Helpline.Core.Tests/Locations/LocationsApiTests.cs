using System.Net;
using System.Text.Json;
using Helpline.Core.Hours;
using Helpline.Core.Locations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Tests.Locations;

public sealed class LocationsApiTests
{
    [Fact]
    public async Task Get_Postcode_AnswersTheContract()
    {
        await using var app = await StartAsync();

        using var response = await app.GetTestClient().GetAsync("/api/v1/locations?q=S36", TestContext.Current.CancellationToken);
        using var json = await ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(["query", "kind", "confidence", "results", "nation"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("outward", json.RootElement.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("nation").ValueKind);
        var first = json.RootElement.GetProperty("results")[0];
        Assert.Equal(["code", "name", "region", "share"], first.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Barnsley", first.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Get_OutsideEngland_NamesTheNationWithoutResults()
    {
        await using var app = await StartAsync();

        using var response = await app.GetTestClient().GetAsync("/api/v1/locations?q=CF10%201EP", TestContext.Current.CancellationToken);
        using var json = await ReadAsync(response);

        Assert.Equal("Wales", json.RootElement.GetProperty("nation").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%20")]
    [InlineData("?q=LONG")]
    public async Task Get_NothingUsable_SaysWhatToWrite(string query)
    {
        await using var app = await StartAsync();
        var url = "/api/v1/locations" + query.Replace("LONG", new string('a', 201), StringComparison.Ordinal);

        using var response = await app.GetTestClient().GetAsync(url, TestContext.Current.CancellationToken);
        using var json = await ReadAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("postcode", json.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ContentPathWrong_Stops()
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(async () => await StartAsync(Path.GetTempPath()));

        Assert.Contains("Content:Path", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_MalformedTable_StopsWithFileAndLine()
    {
        var root = Directory.CreateTempSubdirectory("helpline-content-");
        try
        {
            var locations = root.CreateSubdirectory("locations");
            await File.WriteAllTextAsync(Path.Combine(locations.FullName, "regions.csv"), "key,code,name,spoken\nten,E12000001,North East,x\n", TestContext.Current.CancellationToken);

            var wrong = await Assert.ThrowsAsync<InvalidDataException>(async () => await StartAsync(root.FullName));

            Assert.StartsWith("regions.csv line 2: 'key' must be a whole number", wrong.Message, StringComparison.Ordinal);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Services_RealContent_ShareOneIndex()
    {
        await using var app = await StartAsync();

        Assert.Same(app.Services.GetRequiredService<ILocationResolver>(), app.Services.GetRequiredService<ILocationResolver>());
        Assert.Equal(153, app.Services.GetRequiredService<AuthorityDirectory>().Authorities.Count);
        Assert.NotNull(app.Services.GetRequiredService<RegionMenu>().ByKey("1"));
        Assert.NotEmpty(app.Services.GetRequiredService<SpokenPlaces>().Hints);
        Assert.NotNull(app.Services.GetRequiredService<OpeningHours>());
        Assert.Equal(5, app.Services.GetRequiredService<ReplyPromise>().WorkingDays);
    }

    private static async Task<WebApplication> StartAsync(string? content = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("Content:Path", content ?? Places.Content.Root)]);
        builder.Services.AddLocations(builder.Configuration).AddOpeningHours(builder.Configuration);
        var app = builder.Build();
        app.MapLocationsApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
