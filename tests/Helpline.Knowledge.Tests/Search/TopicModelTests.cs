using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;
using Helpline.Knowledge.Search.Lay;

namespace Helpline.Knowledge.Tests.Search;

public sealed class TopicModelTests
{
    private static readonly TopicModel Model = new(
        [
            [("can I go to the meeting", 1), ("who comes to the meeting", 1)],
            [("he will not go to school", 1), ("she never goes to school", 1)],
            [],
        ],
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
}
