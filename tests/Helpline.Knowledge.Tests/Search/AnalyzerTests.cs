using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Tests.Search;

public sealed class AnalyzerTests
{
    private static readonly Analyzer Analyzer = new(new SynonymMap(new SynonymSource(
        [
            new SynonymGroup("ehc-plan", ["EHCP", "EHC plan", "education, health and care plan"], ["statement"]),
            new SynonymGroup("ehc-assessment", ["EHC needs assessment"], []),
            new SynonymGroup("act-eqa2010", ["Equality Act"], []),
        ],
        new Dictionary<string, string>(),
        [])));

    private static string Text(string text) => string.Join(' ', Analyzer.Text(text).Select(t => t.Text));

    private static Dictionary<string, double> Query(string text)
    {
        var folded = Words.Fold(text);
        return Analyzer.Query(Words.Split(folded), Citations.Find(folded)).ToDictionary(t => t.Text, t => t.Weight);
    }

    [Theory]
    [InlineData("EHCP", "xehcplan")]
    [InlineData("EHC plans", "xehcplan ehc plan")]
    [InlineData("Education, Health and Care Plan", "xehcplan educ health care plan")]
    [InlineData("EHC needs assessment", "xehcassessment ehc need assess")]
    [InlineData("a statement", "xehcplan statement")]
    [InlineData("The child's plan isn't ready", "child plan readi")]
    [InlineData("Café naïve", "cafe naiv")]
    [InlineData("see section 36 now", "sec36 see")]
    public void Text_Words_BecomeTokens(string text, string tokens)
    {
        Assert.Equal(tokens, Text(text));
    }

    [Fact]
    public void Query_TermOfSeveralWords_CountsItsWordsLess()
    {
        var query = Query("EHC plan delay");

        Assert.Equal(1, query["xehcplan"]);
        Assert.True(query["plan"] < 1);
        Assert.Equal(1, query["delai"]);
    }

    [Fact]
    public void Query_OldWord_CountsAsItselfToo()
    {
        Assert.Equal(1, Query("statemented")["xehcplan"]);
        Assert.Equal(1, Query("statemented")["statement"]);
    }

    [Fact]
    public void Query_ExactCitation_CountsMoreThanItsWhole()
    {
        var query = Query("s.36(8)");

        Assert.Equal(1, query["sec36x8"]);
        Assert.True(query["sec36"] < 1);
        Assert.True(query["cfa2014xsec36"] < 1);
    }

    [Fact]
    public void Query_CitationWithItsAct_IsLookedForInThatAct()
    {
        var query = Query("section 20 of the Equality Act");

        Assert.Equal(1, query["eqa2010xsec20"]);
        Assert.DoesNotContain("cfa2014xsec20", query.Keys);
    }

    [Fact]
    public void Query_OnlyStopWords_FallsBackToThem()
    {
        Assert.Equal(["next"], Query("what next").Keys);
        Assert.Contains("what", Query("what is it").Keys);
    }

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("relational", "relat")]
    [InlineData("excluded", "exclud")]
    [InlineData("excluding", "exclud")]
    [InlineData("hopping", "hop")]
    [InlineData("controlling", "control")]
    [InlineData("adjustments", "adjust")]
    [InlineData("sky", "sky")]
    [InlineData("happy", "happi")]
    [InlineData("generalizations", "gener")]
    public void Stem_KnownWords_AsPublished(string word, string stem)
    {
        Assert.Equal(stem, PorterStemmer.Stem(word));
    }

    [Theory]
    [InlineData("assesment", "assessment", 1)]
    [InlineData("tribunla", "tribunal", 1)]
    [InlineData("abcd", "abcd", 0)]
    [InlineData("speical", "special", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_Words_CountsChangesAndExchanges(string a, string b, int distance)
    {
        Assert.Equal(distance, Damerau.Distance(a, b, 3));
    }

    [Fact]
    public void Correct_UnknownWord_BecomesTheNearestKnownOne()
    {
        var speller = new Speller(
            new Dictionary<string, int> { ["assessment"] = 5, ["exclusion"] = 3, ["excluded"] = 3, ["reed"] = 1 },
            new Dictionary<string, string> { ["echp"] = "ehcp" });
        const string text = "Assesment for an ECHP, exlcusion! excluding reed";

        var (_, corrected) = speller.Correct(text, Words.Split(Words.Fold(text)));

        Assert.Equal("assessment for an ehcp, exclusion! excluding reed", corrected);
    }
}
