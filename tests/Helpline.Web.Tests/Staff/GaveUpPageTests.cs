using System.Net;
using Helpline.Core.Calls;
using Helpline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Staff;

/// <summary>Callers who gave up, as a supervisor sees them and nobody else.</summary>
public sealed class GaveUpPageTests : IAsyncDisposable
{
    private const string Password = "a password for tests only";
    private const string Number = "+447700900177";
    private readonly HelplineFactory factory = new HelplineFactory().With("Seed:Password", Password);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => factory.DisposeAsync();

    [Fact]
    public async Task GaveUp_SupervisorRingsBack_TriesStayAndTheReachedGo()
    {
        var supervisor = await SignInAsync("supervisor");
        await GiveUpAsync();

        var row = (await supervisor.ReadAsync("/console/gave-up", Stop)).QuerySelector("#gave-up tbody tr")!;
        Assert.Equal($"tel:{Number}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Getting to school or college", row.TextContent, StringComparison.OrdinalIgnoreCase);

        await NoteAsync(supervisor, reached: false);
        var page = await supervisor.ReadAsync("/console/gave-up", Stop);
        Assert.Contains("No answer on", page.QuerySelector("#gave-up")!.TextContent, StringComparison.Ordinal);

        await NoteAsync(supervisor, reached: true);
        Assert.NotNull((await supervisor.ReadAsync("/console/gave-up", Stop)).QuerySelector("#nothing"));
    }

    [Theory]
    [InlineData("adviser1")]
    [InlineData("manager")]
    public async Task GaveUp_AnybodyElse_SeesNoNumber(string account)
    {
        var client = await SignInAsync(account);
        await GiveUpAsync();

        using var answer = await client.OpenAsync("/console/gave-up", Stop);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(Number, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private async Task GiveUpAsync()
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var calls = scope.ServiceProvider.GetRequiredService<CallService>();
        var sid = $"CA{Guid.NewGuid():n}";
        await calls.StartVoiceAsync(sid, Number, Stop);
        await calls.SetTopicAsync(sid, null, "transport", Stop);
        await calls.JoinQueueAsync(sid, Stop);
        await calls.CallerLeftAsync(sid, Stop);
    }

    private static async Task NoteAsync(HttpClient supervisor, bool reached)
    {
        using var answer = await supervisor.SendFormAsync("/console/gave-up", new Dictionary<string, string> { ["reached"] = reached ? "true" : "false" }, Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<HttpClient> SignInAsync(string account) => factory.SignInAsync(account, Password, Stop);
}
