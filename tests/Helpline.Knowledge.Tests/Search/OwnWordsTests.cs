using Helpline.Knowledge.Search;

namespace Helpline.Knowledge.Tests.Search;

/// <summary>What of a search is kept cannot name anybody.</summary>
public sealed class OwnWordsTests : IDisposable
{
    private readonly MiniContent content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void Of_NamesNumbersAndAddresses_KeepsOnlyOurOwnWords()
    {
        using var knowledge = new TestKnowledge(content.Path);
        var words = new OwnWords(knowledge.Base);

        var terms = words.Of("Rowan Testperson 07700900123 rowan@example.org 12 Acacia Avenue AB1 2CD asks the councl for a plan");

        Assert.Equal(["council", "plan"], terms.Known.Intersect(["council", "plan"]));
        Assert.DoesNotContain(terms.Known, w => w is "rowan" or "testperson" or "acacia" or "avenue" || w.Any(char.IsAsciiDigit));
        Assert.True(terms.Unknown >= 5);
    }

    [Fact]
    public void Of_PartiesOfCases_AreNotKept()
    {
        content.Write("taxonomy/provisions.yaml", MiniContent.Provisions + "  - {id: case-x, title: Testperson v The Council, section: \"[2026] EWCA Civ 1\", kind: case}\n");
        content.Write("articles/first-steps.md", MiniContent.Article(body: "## What to do\n\nTestperson lost. Write to the council.\n"));
        using var knowledge = new TestKnowledge(content.Path);

        var terms = new OwnWords(knowledge.Base).Of("testperson council write");

        Assert.DoesNotContain("testperson", terms.Known);
        Assert.Contains("write", terms.Known);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("?!…")]
    public void Of_Nothing_IsNothing(string query)
    {
        using var knowledge = new TestKnowledge(content.Path);

        Assert.Empty(new OwnWords(knowledge.Base).Of(query).Known);
    }
}
