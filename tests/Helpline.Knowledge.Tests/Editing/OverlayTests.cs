using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Content;
using Helpline.Knowledge.Editing;
using Helpline.Knowledge.Search;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge.Tests.Editing;

/// <summary>Texts on top of the folder: served with it as one, and never able to take it down.</summary>
public sealed class OverlayTests : IDisposable
{
    private const string Path = "articles/first-steps.md";
    private readonly MiniContent content = new();
    private readonly Overlay overlay = new();
    private readonly string indexes = Directory.CreateTempSubdirectory("helpline-overlay-").FullName;
    private readonly KnowledgeBase knowledge;
    private readonly ContentCheck check;

    public OverlayTests()
    {
        var options = Options.Create(new KnowledgeOptions { Path = content.Path, IndexPath = indexes });
        knowledge = new KnowledgeBase(options, NullLogger<KnowledgeBase>.Instance, overlay);
        check = new ContentCheck(knowledge, options);
    }

    public void Dispose()
    {
        knowledge.Dispose();
        content.Dispose();
        Directory.Delete(indexes, recursive: true);
    }

    [Fact]
    public void TakeOver_NewText_IsServedAndFound()
    {
        Assert.Equal("First steps", Served("first-steps").Title);
        overlay.Put(Path, MiniContent.Article("Second steps", "## What to do\n\nAsk for a zebra crossing.\n"));
        overlay.Put("articles/wholly-new.md", MiniContent.Article("Wholly new", "## What to do\n\nRead about giraffes.\n", slug: "wholly-new"));

        Assert.True(knowledge.TakeOver());

        Assert.Equal("Second steps", Served("first-steps").Title);
        Assert.Equal("first-steps", Find("zebra").Single().Slug);
        Assert.Equal("wholly-new", Find("giraffes").Single().Slug);
        Assert.Equal(check.Hash(overlay.Current.Texts[Path]), Served("first-steps").Version);
    }

    [Fact]
    public void Start_BrokenTextOnTop_ServesTheShippedFileAndSaysWhere()
    {
        overlay.Put(Path, MiniContent.Article(body: "## What to do\n\n[wrong](provision:nowhere)\n"));
        overlay.Put("articles/good.md", MiniContent.Article("Good", slug: "good"));

        Assert.Equal("First steps", Served("first-steps").Title);
        Assert.Equal("Good", Served("good").Title);
        var issue = Assert.Single(knowledge.Issues);
        Assert.Equal((Path, MiniContent.BodyLine + 2), (issue.Path, issue.Line));
        Assert.DoesNotContain(Path, knowledge.Taken.Keys);
    }

    [Fact]
    public void Start_TextThatBreaksAnother_IsLeftOut()
    {
        // A second file of the same slug makes the problem show in whichever is read later.
        overlay.Put("articles/a.md", MiniContent.Article(slug: "first-steps"));

        Assert.Equal("First steps", Served("first-steps").Title);
        Assert.NotEmpty(knowledge.Issues);
    }

    [Fact]
    public void Start_BrokenShippedFile_StopsAsEver()
    {
        content.Write(Path, "no front matter");
        overlay.Put("articles/good.md", MiniContent.Article("Good", slug: "good"));

        Assert.Throws<ContentException>(() => knowledge.Current);
    }

    [Fact]
    public void Start_TextInPlaceOfABrokenShippedFile_Serves()
    {
        content.Write(Path, "no front matter");
        overlay.Put(Path, MiniContent.Article("Put right"));

        Assert.Equal("Put right", Served("first-steps").Title);
    }

    [Fact]
    public void Check_TextWithProblems_NamesTheLinesAndStillShowsTheArticle()
    {
        var seen = check.Check(Path, MiniContent.Article("Renamed", "## What to do\n\n[wrong](deadline:nowhere)\n", extra: "colour: red\n"));

        Assert.Equal([13, MiniContent.BodyLine + 3], seen.Issues.Select(i => i.Line));
        Assert.Contains("colour", seen.Issues[0].Message, StringComparison.Ordinal);
        Assert.Equal("Renamed", seen.Article!.Title);
        Assert.Equal("First steps", Served("first-steps").Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("---\n---\n")]
    [InlineData("---\ntitle: [\n---\nx")]
    [InlineData("---\na: &a [*a]\n---\nx")]
    public void Check_AnyText_ReturnsIssuesAndNeverThrows(string text)
    {
        Assert.False(check.Check(Path, text).IsGood);
        Assert.False(check.Check("articles/new.md", text).IsGood);
    }

    [Fact]
    public void Check_NestingWithoutEnd_IsAnIssueAndTakesNothingDown()
    {
        var deep = MiniContent.Article(body: new string('>', 20_000) + " x\n");

        Assert.False(check.Check(Path, deep).IsGood);
        overlay.Put(Path, deep);
        Assert.True(knowledge.TakeOver());
        Assert.Equal("First steps", Served("first-steps").Title);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    public void Shipped_PathOutsideTheFolder_IsNothing(string path) => Assert.Null(check.Shipped(path));

    private Article Served(string slug) => knowledge.Current.Articles.Find(slug)!;

    private IReadOnlyList<SearchResult> Find(string query) => new KnowledgeSearch(knowledge).Search(new SearchRequest { Query = query, Top = 5 }).Results;

    private sealed class Overlay : IContentOverlay
    {
        public ContentOverlay Current { get; private set; } = ContentOverlay.None;

        public void Put(string path, string text) => Current = new ContentOverlay(new Dictionary<string, string>(Current.Texts) { [path] = text });
    }
}
