namespace Helpline.Knowledge.Tests.Search;

/// <summary>The chain and the real articles together: does a parent find the answer.</summary>
public sealed class RelevanceTests(RealContent content, ITestOutputHelper output) : IClassFixture<RealContent>
{
    [Fact]
    public void Search_ParentsQuestions_FindTheRightArticleInTheTopThree() => Check(RelevanceQuestions.All, 0.95);

    [Fact]
    public void Search_QuestionsNotTunedOn_FindTheRightArticleInTheTopThree() => Check(RelevanceQuestions.Unseen, 0.85);

    private void Check((string Question, string[] Answers)[] questions, double least)
    {
        var places = questions
            .Select(q => (q.Question, q.Answers, Found: content.Knowledge.Find(q.Question).Results.Select(r => r.Slug).ToList()))
            .Select(q => (q.Question, q.Answers, q.Found, Place: q.Found.FindIndex(q.Answers.Contains)))
            .ToList();

        foreach (var (question, answers, found, place) in places.Where(p => p.Place is < 0 or > 2))
        {
            output.WriteLine($"{question} -> place {place + 1} of {string.Join(", ", found.Take(4))}; wanted {answers[0]}");
        }

        double Share(Func<int, bool> good) => places.Count(p => good(p.Place)) / (double)places.Count;
        output.WriteLine($"first: {Share(p => p == 0):P1}, in three: {Share(p => p is >= 0 and <= 2):P1} of {places.Count}");
        Assert.All(places, p => Assert.All(p.Answers, a => Assert.True(content.Knowledge.Base.Current.Articles.Contains(a), a)));
        Assert.True(Share(p => p is >= 0 and <= 2) >= least, $"only {Share(p => p is >= 0 and <= 2):P1} of the questions find their article in the top three");
    }
}
