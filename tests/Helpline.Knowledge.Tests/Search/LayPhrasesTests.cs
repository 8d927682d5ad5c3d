using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;
using Helpline.Knowledge.Search.Lay;

namespace Helpline.Knowledge.Tests.Search;

public sealed class LayPhrasesTests
{
    private static readonly LaySource Source = new(
        [["plan", "EHCP"], ["refuse", "say no"]],
        [
            new LayRule(["sent-home"], ["sent home"], "unlawful exclusion", 0.8),
            new LayRule(["post-16-transport"], ["taxi to college"], "", 0.9),
            new LayRule(["school-transport"], ["taxi"], "", 0.9),
            new LayRule(["refusal", "appeal"], ["refuse plan", "not get plan"], "", 1),
        ],
        Array.Empty<string>().ToLookup(t => t));

    private static readonly LayPhrases Phrases = new(Source, LayUnits.Of(Source, new SynonymMap(SynonymSource.None)));

    private static LayMeaning Read(string text) => Phrases.Read(Words.Split(Words.Fold(text)));

    [Theory]
    [InlineData("they keep sending him home early", "sent-home")]
    [InlineData("home he was sent, again", "sent-home")]
    [InlineData("the council said no to an EHCP", "refusal")]
    [InlineData("we won't get a plan", "refusal")]
    public void Read_PhraseInOtherWordsOrderOrForm_IsUnderstood(string text, string topic)
    {
        Assert.Equal(topic, Read(text).Topics.MaxBy(t => t.Value).Key);
    }

    [Theory]
    [InlineData("we get a plan")]
    [InlineData("home is where the letters about the annual review meeting in June were sent")]
    [InlineData("")]
    public void Read_TheWordsWithoutThePhrase_MeanNothing(string text)
    {
        Assert.Empty(Read(text).Topics);
    }

    [Fact]
    public void Read_AShorterPhraseWithinALongerOne_CountsLess()
    {
        var topics = Read("who pays for the taxi to college").Topics;

        Assert.True(topics["post-16-transport"] > 2 * topics["school-transport"]);
    }

    [Fact]
    public void Read_APhraseWithTwoTopics_LeadsToTheFirstMore()
    {
        var topics = Read("they refused the plan").Topics;

        Assert.True(topics["refusal"] > topics["appeal"] && topics["appeal"] > 0);
    }

    [Fact]
    public void Read_WhatThePhraseMeans_IsSaidWithHowSureItIs()
    {
        var (text, strength) = Assert.Single(Read("sent home").Words);

        Assert.Equal("unlawful exclusion", text);
        Assert.InRange(strength, 0.5, 1);
    }

    [Fact]
    public void Read_AWholeLetter_IsBounded()
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        Assert.NotEmpty(Read(string.Concat(Enumerable.Repeat("sent home taxi to college plan refuse ", 20_000))).Topics);

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }
}
