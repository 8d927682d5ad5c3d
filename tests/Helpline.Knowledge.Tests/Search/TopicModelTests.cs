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

    private static readonly TopicModel Model = new(
        [.. Questions.Select(q => q.Select(text => (text, 1.0)).ToList())],
        LayUnits.Of(LaySource.None, new SynonymMap(SynonymSource.None)));

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
    public void Read_SmallWordsInAnotherOrder_TellWhatIsAskedFor()
    {
        var model = new TopicModel(
            [[("how long have I got to answer", 1)], [("have I got to answer", 1)]],
            LayUnits.Of(LaySource.None, new SynonymMap(SynonymSource.None)));

        var howLong = model.Read(Words.Split(Words.Fold("how long do we have got")));
        var must = model.Read(Words.Split(Words.Fold("have we got to answer")));

        Assert.True(howLong[0] > howLong[1]);
        Assert.True(must[1] > must[0]);
    }

    [Fact]
    public void Read_VeryLongText_LooksAtItsBeginning()
    {
        var text = string.Join(' ', Enumerable.Repeat("meeting", 600)) + " school";

        var scores = Read(text);

        Assert.True(scores[0] > 0);
        Assert.Equal(0, scores[1]);
    }
}
