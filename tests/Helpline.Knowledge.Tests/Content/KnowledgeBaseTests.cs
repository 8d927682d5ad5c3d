using Helpline.Knowledge.Content;
using Helpline.Knowledge.Search;
using Helpline.Testing;
using Microsoft.Extensions.Logging;

namespace Helpline.Knowledge.Tests.Content;

public sealed class KnowledgeBaseTests
{
    [Fact]
    public void Reload_ChangedFile_ServesTheNewTextAndSearchesIt()
    {
        using var content = new MiniContent();
        using var knowledge = new TestKnowledge(content.Path);
        var before = knowledge.Base.Current;
        content.Write("articles/first-steps.md", MiniContent.Article(title: "Giraffes at school"));

        var swapped = knowledge.Base.Reload();

        Assert.True(swapped);
        Assert.Equal("First steps", before.Articles[0].Title);
        Assert.Equal("Giraffes at school", knowledge.Base.Current.Articles[0].Title);
        Assert.NotEqual(before.Version, knowledge.Base.Current.Version);
        Assert.Single(knowledge.Find("giraffe").Results);
    }

    [Fact]
    public void Reload_NothingChanged_KeepsTheState()
    {
        using var content = new MiniContent();
        using var knowledge = new TestKnowledge(content.Path);
        var before = knowledge.Base.Current;

        Assert.False(knowledge.Base.Reload());
        Assert.Same(before, knowledge.Base.Current);
    }

    [Fact]
    public void Reload_BrokenChange_KeepsServingAndLogsFileAndLine()
    {
        using var content = new MiniContent();
        var logger = new RecordingLogger<KnowledgeBase>();
        using var knowledge = new TestKnowledge(content.Path, logger);
        var before = knowledge.Base.Current;
        content.Write("articles/first-steps.md", MiniContent.Article().Replace("topics: [asking]", "topics: [begging]"));

        Assert.False(knowledge.Base.Reload());

        Assert.Same(before, knowledge.Base.Current);
        Assert.Single(knowledge.Find("council").Results);
        var error = Assert.Single(logger.Entries, e => e.Level == LogLevel.Error);
        Assert.Contains("content/articles/first-steps.md:5: article 'first-steps' names topic 'begging'", error.Message, StringComparison.Ordinal);

        content.Write("articles/first-steps.md", MiniContent.Article(title: "Mended"));
        Assert.True(knowledge.Base.Reload());
        Assert.Equal("Mended", knowledge.Base.Current.Articles[0].Title);
    }

    [Fact]
    public async Task Start_BrokenContent_StopsTheStartWithFileAndLine()
    {
        using var content = new MiniContent();
        content.Write("taxonomy/groups.yaml", "groups:\n  - id: plans\n");
        using var knowledge = new TestKnowledge(content.Path);
        using var watcher = new ContentWatcher(knowledge.Base, knowledge.Options, new FakeTimeProvider());

        var broken = await Assert.ThrowsAsync<ContentException>(() => watcher.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("content/taxonomy/groups.yaml:2: 'label' is missing", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_AfterTheEnd_IsRefused()
    {
        using var content = new MiniContent();
        var knowledge = new TestKnowledge(content.Path);
        _ = knowledge.Base.Current;
        knowledge.Dispose();

        Assert.Throws<ObjectDisposedException>(() => knowledge.Find("council"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Watcher_FileChanges_ReloadsOnceItHasBeenQuiet()
    {
        using var content = new MiniContent();
        using var knowledge = new TestKnowledge(content.Path);
        var time = new FakeTimeProvider();
        using var watcher = new ContentWatcher(knowledge.Base, knowledge.Options, time);
        await watcher.StartAsync(TestContext.Current.CancellationToken);

        content.Write("articles/first-steps.md", MiniContent.Article(title: "Changed"));
        while (time.NextTimerDue is null)
        {
            // The operating system tells of the change on a thread of its own.
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.Equal("First steps", knowledge.Base.Current.Articles[0].Title);
        time.Advance(knowledge.Options.Value.ReloadDelay);
        Assert.Equal("Changed", knowledge.Base.Current.Articles[0].Title);
    }

    [Fact]
    public void Debounce_SignalsInARow_RunOnceAfterTheLast()
    {
        var time = new FakeTimeProvider();
        var runs = 0;
        using var debounce = new Debounce(time, TimeSpan.FromSeconds(1), () => runs++);

        debounce.Signal();
        time.Advance(TimeSpan.FromSeconds(0.9));
        debounce.Signal();
        time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Equal(0, runs);
        time.Advance(TimeSpan.FromSeconds(0.1));
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Reload_WhileManyRead_NeverFailsAndNeverMixesStates()
    {
        using var content = new MiniContent();
        using var knowledge = new TestKnowledge(content.Path);
        _ = knowledge.Base.Current;
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(knowledge, stop.Token))).ToArray();

        for (var version = 1; version <= 25; version++)
        {
            content.Write("articles/first-steps.md", MiniContent.Article(title: $"Giraffe {version}", body: $"Number{version} asks the council.\n"));
            Assert.True(knowledge.Base.Reload());
        }

        await stop.CancelAsync();
        var searches = await Task.WhenAll(readers);
        Assert.All(searches, s => Assert.True(s > 0));
        Assert.Equal("Giraffe 25", knowledge.Base.Current.Articles[0].Title);
    }

    /// <summary>The title and the text found must come from the same state.</summary>
    private static int Read(TestKnowledge knowledge, CancellationToken stop)
    {
        var searches = 0;
        do
        {
            var found = knowledge.Search.Search(new SearchRequest { Query = "council" });
            var result = Assert.Single(found.Results);
            var text = string.Concat(result.Snippet.Select(s => s.Text));
            Assert.True(
                result.Title == "First steps" ? text.StartsWith("Write", StringComparison.Ordinal) : text.StartsWith($"Number{result.Title[8..]} ", StringComparison.Ordinal),
                $"{result.Title} came with: {text}");
            searches++;
        }
        while (!stop.IsCancellationRequested);

        return searches;
    }
}
