using System.Diagnostics;
using Helpline.Benchmarks.Calls;
using Helpline.Benchmarks.Measuring;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Editing;
using Helpline.Knowledge.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helpline.Benchmarks.Publishing;

/// <summary>
/// From the moment an editor publishes until the new word is found: at the node that published, and at another that hears of it by the
/// database alone. Beside it what no way of publishing can be quicker than here: reading the content and building its index once.
/// </summary>
internal static class PublishToSearchable
{
    private const int Rounds = 10;
    private const string Path = "articles/legal-aid.md";

    public static async Task RunAsync()
    {
        Report.Title("(e) From publishing to found");
        using var folder = new WorkFolder();
        await using var here = new ServedHelpline(folder);
        here.Start();
        await using var there = new ServedHelpline(folder);
        there.Start();
        var (own, other, limit) = (new Latencies(), new Latencies(), new Latencies());
        for (var round = 0; round < Rounds; round++)
        {
            var word = "publishword" + new string((char)('a' + round), 4);
            await PublishAsync(here, word);
            var published = Stopwatch.GetTimestamp();
            await Task.WhenAll(FoundAsync(here, word, published, own), FoundAsync(there, word, published, other));
            Build(folder.Of($"index{round}"), limit);
        }

        Report.Beside("found at the same node", own, "content read and indexed once", limit);
        Report.Beside("found at another node", other, "content read and indexed once", limit);
    }

    private static async Task PublishAsync(ServedHelpline node, string word)
    {
        var check = node.Services.GetRequiredService<IContentCheck>();
        var text = check.Shipped(Path)!.Replace("## Who can help", $"The word {word} makes this findable.\n\n## Who can help", StringComparison.Ordinal);
        await using var scope = node.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<PublishingService>().RenewAsync(
            new ContentText { Path = Path, Text = text, Hash = check.Hash(text) }, new EditContext(Guid.NewGuid(), "benchmark"), CancellationToken.None);
        if (outcome != EditOutcome.Done)
        {
            throw new InvalidOperationException($"Publishing answered {outcome}.");
        }
    }

    private static async Task FoundAsync(ServedHelpline node, string word, long published, Latencies taken)
    {
        var search = node.Services.GetRequiredService<IKnowledgeSearch>();
        while (search.Search(new SearchRequest { Query = word }) is { Results: [] } or { Corrected: not null })
        {
            await Task.Delay(5);
        }

        taken.AddSince(published);
    }

    private static void Build(string indexes, Latencies taken)
    {
        var started = Stopwatch.GetTimestamp();
        var options = Options.Create(new KnowledgeOptions { Path = System.IO.Path.GetFullPath("content"), IndexPath = indexes });
        using var knowledge = new KnowledgeBase(options, NullLogger<KnowledgeBase>.Instance);
        knowledge.Lease().Dispose();
        taken.AddSince(started);
    }
}
