using Helpline.Knowledge.Content;
using Helpline.Knowledge.Updates;

namespace Helpline.Knowledge.Tests.Content;

/// <summary>Notices, macros, training modules and updates: what is read and what is refused.</summary>
public sealed class PassagesTests(RealContent content) : IClassFixture<RealContent>
{
    private const string Notices = "notices:\n  - id: heed\n    title: Heed\n    text: Heed it ([section 1](provision:act-s1)).\n    topics: [asking]\n";

    private const string Macros =
        "macros:\n  - id: say\n    title: Say\n    text: The council must answer in [](deadline:answer).\n    topics: [asking]\n    deadlines: [answer]\n    reviewed: 2026-11-01\n    reviewBy: 2027-05-01\n";

    private const string Training = "modules:\n  - id: one\n    title: One\n    topics: [asking]\n    articles: [first-steps]\n    reviewed: 2026-11-01\n    reviewBy: 2027-05-01\n";

    private const string Update =
        "---\nid: news\ntitle: News\npublished: 2026-11-02\nkind: case\nprovisions: [act-s1]\ntopics: [asking]\nmustRead: true\nsources: [The Act]\n---\nIt must be so ([section 1](provision:act-s1)).\n";

    [Fact]
    public void Load_AllKinds_AreRead()
    {
        using var mini = new MiniContent();
        mini.Write("notices.yaml", Notices);
        mini.Write("macros.yaml", Macros);
        mini.Write("training.yaml", Training);
        mini.Write("updates/2026-11-02-news.md", Update);

        var snapshot = ContentLoader.Load(mini.Path);

        Assert.Equal(["act-s1"], Assert.Single(snapshot.NoticesOn(["asking"])).Provisions);
        Assert.Equal("The council must answer in 6 weeks.", snapshot.Macros.Find("say")!.Text);
        Assert.Equal(["first-steps"], snapshot.TrainingModules.Find("one")!.Articles);
        var update = snapshot.Updates.Find("news")!;
        Assert.Equal((UpdateKind.Case, true), (update.Kind, update.MustRead));
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "notices.yaml", Notices.Replace("[section 1](provision:act-s1)", "section 1").Replace("Heed it", "You must heed it"), "content/notices.yaml:4: this states law ('must') without its authority" },
        { "notices.yaml", Notices.Replace("[asking]", "[begging]"), "content/notices.yaml:5: notice 'heed' names topic 'begging', which is not in taxonomy/topics" },
        { "notices.yaml", Notices.Replace("    topics: [asking]\n", ""), "content/notices.yaml:2: notice 'heed' names no topic; write 'topics: [id, …]'" },
        { "macros.yaml", Macros.Replace("[](deadline:answer)", "6 weeks ([section 1](provision:act-s1))"), "content/macros.yaml:4: '6 weeks' retypes a time limit of this page" },
        { "macros.yaml", Macros.Replace("reviewBy: 2027", "reviewBy: 2025"), "content/macros.yaml:8: 'reviewBy' must be later than 'reviewed' (2026-11-01)" },
        { "training.yaml", Training.Replace("[first-steps]", "[nowhere]"), "content/training.yaml:5: training module 'one' names article 'nowhere', which is not in content/articles" },
        { "updates/2026-11-03-news.md", Update, "content/updates/2026-11-03-news.md:2: the file's name does not fit 'published' and 'id'; rename it to 2026-11-02-news.md" },
        { "updates/2026-11-02-news.md", Update.Replace(" ([section 1](provision:act-s1))", ""), "content/updates/2026-11-02-news.md:11: this states law ('must') without its authority" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Load_Mistake_SaysWhereAndWhatToWrite(string file, string text, string problem)
    {
        using var mini = new MiniContent();
        mini.Write(file, text);

        var broken = Assert.Throws<ContentException>(() => ContentLoader.Load(mini.Path));

        Assert.Contains(broken.Problems, p => p.ToString().StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Reload_LetterAndNoticeChanged_AreTakenOver()
    {
        using var mini = new MiniContent();
        using var knowledge = new TestKnowledge(mini.Path);
        _ = knowledge.Base.Current;
        mini.Write("notices.yaml", Notices);

        Assert.True(knowledge.Base.Reload());
        Assert.Equal("Heed", Assert.Single(knowledge.Base.Current.Notices).Title);
    }

    [Fact]
    public void Notices_Real_HoldTheTenTraps()
    {
        var snapshot = content.Knowledge.Base.Current;

        Assert.True(snapshot.Notices.Count >= 10, $"{snapshot.Notices.Count} notices");
        Assert.All(snapshot.Notices, n => Assert.NotEmpty(n.Provisions));
        Assert.NotEmpty(snapshot.NoticesOn(["appeal-deadlines"]));
        Assert.NotEmpty(snapshot.Macros);
        Assert.NotEmpty(snapshot.TrainingModules);
        Assert.NotEmpty(snapshot.Updates);
    }
}
