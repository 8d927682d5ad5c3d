using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;
using Helpline.Knowledge.Search.Lay;

namespace Helpline.Knowledge.Tests.Search;

public sealed class TopicModelTests
{
    private static readonly string[][] Questions =
    [
        ["can I go to the meeting", "who comes to the meeting"],
        ["he will not go to school", "she never goes to school"],
        [],
    ];

    private static readonly LayVectors Vectors = new([.. Questions.SelectMany(q => q)], LayUnits.Of(LaySource.None, new SynonymMap(SynonymSource.None)));

    private static readonly TopicModel Model = new([.. Questions.Select(q => q.Select(text => (text, 1.0)).ToList())], Vectors);

    private static double[] Read(string text) => Model.Read(Words.Split(Words.Fold(text)));

    [Fact]
    public void Read_Text_IsLikestWhatSharesItsRarerWords()
    {
        var meeting = Read("do I have to come to the meeting");
        var school = Read("my son won't go into school");

        Assert.True(meeting[0] > meeting[1]);
        Assert.True(school[1] > school[0]);
        Assert.Equal(0, school[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zebra")]
    public void Read_NothingInCommon_IsNought(string text)
    {
        Assert.All(Read(text), score => Assert.Equal(0, score));
    }

    [Fact]
    public void NearestQuestions_OddQuestionAskedBefore_OutvotesWhatIsUsual()
    {
        string[][] questions = [["is the taxi free", "taxi to school", "who pays for the taxi"], ["the taxi driver shouted at my son"]];
        var nearest = new NearestQuestions(questions, new LayVectors([.. questions.SelectMany(q => q)], LayUnits.Of(LaySource.None, new SynonymMap(SynonymSource.None))));

        var votes = nearest.Read(Words.Split(Words.Fold("a taxi driver shouted at her")));

        Assert.True(votes[1] > votes[0]);
        Assert.Equal(1, votes.Sum(), 6);
        Assert.All(nearest.Read(Words.Split(Words.Fold("zebra"))), vote => Assert.Equal(0, vote));
    }
}
