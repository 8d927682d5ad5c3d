using Helpline.Knowledge.Content;
using Helpline.Knowledge.Search;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge.Tests;

/// <summary>A knowledge base over a folder, with its search; closed with the test.</summary>
internal sealed class TestKnowledge : IDisposable
{
    private readonly string indexes = Path.Combine(Path.GetTempPath(), "helpline-tests", Guid.NewGuid().ToString("N"));

    public TestKnowledge(string content, ILogger<KnowledgeBase>? logger = null)
    {
        Options = Microsoft.Extensions.Options.Options.Create(new KnowledgeOptions { Path = content, IndexPath = indexes });
        Base = new KnowledgeBase(Options, logger ?? NullLogger<KnowledgeBase>.Instance);
        Search = new KnowledgeSearch(Base);
        Topics = new TopicSuggester(Base);
    }

    public IOptions<KnowledgeOptions> Options { get; }

    public KnowledgeBase Base { get; }

    public KnowledgeSearch Search { get; }

    public TopicSuggester Topics { get; }

    public SearchResults Find(string query, int top = 10) => Search.Search(new SearchRequest { Query = query, Top = top });

    public void Dispose()
    {
        Base.Dispose();
        Directory.Delete(indexes, recursive: true);
    }
}
