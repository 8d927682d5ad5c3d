using Helpline.Core.Publishing;
using Helpline.Knowledge.Editing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Helpline.Testing.Recovery;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Recovery;

/// <summary>A node that is killed while it takes a publication over comes back serving: the new text whole, and everything else.</summary>
public sealed class KilledWhilePublishingTests
{
    private const string File = "articles/legal-aid.md";

    [Fact]
    public async Task Kill_RightAfterAPublication_ServesTheNewTextAfterTheStart()
    {
        var stop = TestContext.Current.CancellationToken;
        using var database = new CentreDatabase();
        await using var publisher = Settings(database).Aggregate(new HelplineFactory(), (factory, s) => (HelplineFactory)factory.With(s.Key, s.Value!));
        await publisher.Visitor().OpenAsync("/health/live", stop);
        var address = HelplineProcess.FreeAddress();
        using var client = new HttpClient { BaseAddress = address };
        var check = publisher.Services.GetRequiredService<IContentCheck>();

        // At once, and in the middle of reading or of building the index.
        foreach (var (delay, word) in new[] { (0, "bilbies"), (350, "potoroos") })
        {
            using var node = await HelplineProcess.StartAsync(address, Settings(database), stop);
            var text = check.Shipped(File)!.Replace("## Who can help", $"The word {word} makes this findable.\n\n## Who can help", StringComparison.Ordinal);
            await using (var scope = publisher.Services.CreateAsyncScope())
            {
                Assert.Equal(EditOutcome.Done, await scope.ServiceProvider.GetRequiredService<PublishingService>().RenewAsync(
                    new ContentText { Path = File, Text = text, Hash = check.Hash(text) }, new EditContext(Guid.NewGuid(), "test"), stop));
            }

            await Task.Delay(delay, stop);
            node.Kill();

            using var again = await HelplineProcess.StartAsync(address, Settings(database), stop);
            Assert.Contains("/advice/legal-aid", await client.GetStringAsync(new Uri($"/search?q={word}", UriKind.Relative), stop), StringComparison.Ordinal);
            Assert.Contains("/advice/", await client.GetStringAsync(new Uri("/search?q=mediation", UriKind.Relative), stop), StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, string?> Settings(CentreDatabase database) => new()
    {
        ["ConnectionStrings:Helpline"] = database.ConnectionString,
        ["ConnectionStrings:Analytics"] = $"Data Source={Path.Combine(database.Folder, "analytics.db")}",
        ["DataProtection:KeysPath"] = SharedKeys.Folder.FullName,
        ["Seed:Password"] = "the same at every start",
    };
}
