using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Engine;

namespace Helpline.Knowledge.Tests.Search;

/// <summary>
/// Two halves of one set of questions, written by a hand that had not seen the articles: one to tune on, one only measured; and a further set of another hand, to
/// develop on. What the measured half says of a newcomer's first search is asserted; its questions are not printed, so that nobody tunes on them.
/// </summary>
public sealed class RelevanceSuiteTests(RealContent content, ITestOutputHelper output) : IClassFixture<RealContent>
{
    private const double AimAtOne = 0.75;
    private const double AimAtThree = 0.92;

    private Catalogue<Article> Articles => content.Knowledge.Base.Current.Articles;

    private IEnumerable<string> Ours(string question) =>
        content.Knowledge.Search.Search(new SearchRequest { Query = question, Audience = Audience.Parent }).Results.Select(r => r.Slug);

    [Fact]
    public void Search_HeldHalf_FindsTheAnswerAndBeatsPlainFts5()
    {
        using var plain = new PlainFts5(Articles.Where(a => a.IsPublic));
        var (ours, plainly) = Compare("held", plain);

        AssertReached(ours);
        Assert.True(ours.Ndcg >= plainly.Ndcg + 0.15, $"nDCG@5 {ours.Ndcg:0.000}, plain FTS5 {plainly.Ndcg:0.000}");
    }

    [Theory]
    [InlineData("tune")]
    [InlineData("develop")]
    public void Search_QuestionsToWorkOn_AreAnsweredAsWellAsTheHeldHalfMustBe(string set)
    {
        using var plain = new PlainFts5(Articles.Where(a => a.IsPublic));
        var (ours, _) = Compare(set, plain);
        foreach (var (question, found) in ours.Missed)
        {
            output.WriteLine($"{question.Best} | {question.Text} -> {string.Join(", ", found.Select(slug => $"{slug} ({Articles.Find(slug)!.Topics[0]})"))}");
        }

        AssertReached(ours);
    }

    [Theory]
    [InlineData("tune", 120)]
    [InlineData("held", 120)]
    [InlineData("develop", 280)]
    public void Questions_OfEachSet_NameTopicsThatExist(string set, int count)
    {
        var questions = TopicQuestion.Read($"questions-{set}.tsv");

        Assert.Equal(count, questions.Count);
        Assert.All(questions.SelectMany(q => q.Also.Prepend(q.Best)), id => Assert.True(content.Knowledge.Base.Current.Topics.Contains(id), id));
    }

    private static void AssertReached(Relevance ours)
    {
        Assert.Equal(0, ours.Empty);
        Assert.True(ours.HitAtOne >= AimAtOne, $"hit@1 {ours.HitAtOne:0.000}");
        Assert.True(ours.HitAtThree >= AimAtThree, $"hit@3 {ours.HitAtThree:0.000}");
    }

    private (Relevance Ours, Relevance Plain) Compare(string set, PlainFts5 plain)
    {
        var questions = TopicQuestion.Read($"questions-{set}.tsv");
        var ours = Relevance.Of(questions, Articles, Ours);
        var plainly = Relevance.Of(questions, Articles, plain.Find);
        output.WriteLine($"{set}, {questions.Count} questions, {Articles.Count} articles");
        output.WriteLine($"our chain on {KnowledgeEngine.Name,-10} {ours}");
        output.WriteLine($"plain FTS5               {plainly}");
#if LUCENE
        using var lucene = new PlainLucene(Articles.Where(a => a.IsPublic));
        output.WriteLine($"plain Lucene.Net         {Relevance.Of(questions, Articles, lucene.Find)}");
#endif
        return (ours, plainly);
    }
}
