using FsCheck;
using FsCheck.Fluent;
using Helpline.Knowledge.Search;

namespace Helpline.Knowledge.Tests.Search;

/// <summary>Any text of any length is answered, within bounds, and what comes back is safe to show.</summary>
public sealed class SearchFuzzTests(RealContent content) : IClassFixture<RealContent>
{
    private static readonly string[] Pieces =
    [
        "s.36(8)", "AND", "OR", "NOT", "NEAR(", "\"", "'", "*", ":", "title:", "--", "co-ordinator", "EHCP", "\0", "\ud83d", "\ud83d\ude00", "é", "ß", "İ", "\u0301",
        "<script>", "(((", ")", "§", "reg 12(1)(a)(", "9.69.1", "statement", "xpublic", "facets:\"topic1\"", "العربية", "中文", "assesment", "\n", "\t",
    ];

    private bool Holds(string text)
    {
        var found = content.Knowledge.Search.Search(new SearchRequest { Query = text, Top = 50 });
        var safe = found.Results.All(r => !r.SnippetHtml.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal).Contains('<', StringComparison.Ordinal));
        return safe
            && found.Results.Count <= 50
            && found.Total >= found.Results.Count
            && found.Query.Length <= QueryReader.Longest
            && found.Results.All(r => r.Snippet.Sum(s => s.Text.Length) < 300 && r.Score > 0)
            && content.Knowledge.Topics.Suggest(text, 5).Count <= 5;
    }

    [Fact]
    public void Search_AnyString_AnswersWithinBounds()
    {
        Prop.ForAll<string>(text => Holds(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(120));
    }

    [Fact]
    public void Search_AnyMixOfAwkwardPieces_AnswersWithinBounds()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(p => string.Join(' ', p));
        Prop.ForAll(texts.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(120));
    }

    [Fact]
    public void Search_PastedLetter_IsShortenedAndAnswered()
    {
        var letter = string.Concat(Enumerable.Repeat("Dear council, my son was refused an assessment and I appeal. s.36(8) ", 20_000));

        var found = content.Knowledge.Find(letter);

        Assert.Equal(QueryReader.Longest, found.Query.Length);
        Assert.Contains(found.Results, r => r.Slug == "refused-an-assessment");
    }

    [Theory]
    [InlineData('(')]
    [InlineData('s')]
    [InlineData('9')]
    [InlineData('\'')]
    [InlineData('-')]
    public void Search_OneCharacterManyTimes_IsAnswered(char c)
    {
        Assert.Equal(QueryReader.Longest, content.Knowledge.Find(new string(c, 1_000_000)).Query.Length);
    }
}
