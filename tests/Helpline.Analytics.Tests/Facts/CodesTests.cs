using FsCheck.Fluent;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Tests.Support;

namespace Helpline.Analytics.Tests.Facts;

public class CodesTests
{
    [Theory]
    [InlineData("post-16")]
    [InlineData("a")]
    [InlineData("0")]
    public void IsCode_Code_IsTrue(string code) => Assert.True(Codes.IsCode(code));

    [Theory]
    [InlineData("")]
    [InlineData("My son")]
    [InlineData("Parent")]
    [InlineData("parent\n")]
    [InlineData("caf\u00e9")]
    [InlineData("a_b")]
    [InlineData("0\u0661")]
    public void IsCode_AnythingElse_IsFalse(string text) => Assert.False(Codes.IsCode(text));

    [Fact]
    public void IsCode_SixtyFiveLetters_IsFalse()
    {
        Assert.True(Codes.IsCode(new string('a', 64)));
        Assert.False(Codes.IsCode(new string('a', 65)));
    }

    [Theory]
    [InlineData("E10000015", true)]
    [InlineData("W92000004", true)]
    [InlineData("e10000015", false)]
    [InlineData("E1000001", false)]
    [InlineData("E10000015\n", false)]
    [InlineData("SW1A 1AA", false)]
    public void IsAreaCode_ByPattern(string value, bool expected) => Assert.Equal(expected, Codes.IsAreaCode(value));

    [Fact]
    public void ContactFacts_AnyText_TakesItOnlyIfItIsACode() =>
        Holds.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            if (text is null)
            {
                return;
            }

            Func<ContactFacts>[] ways =
            [
                () => Invented.Ordinary with { StageId = text },
                () => Invented.Ordinary with { EnquirerRoleId = text },
                () => Invented.Ordinary with { OutcomeCode = text },
                () => Invented.Ordinary with { TopicIds = [text] },
                () => Invented.Ordinary with { TopicGroupIds = [text] },
                () => Invented.Ordinary with { ReferralCodes = [text] },
            ];
            Assert.All(ways, way => Assert.Equal(Plain(text), Record.Exception(way) is null));
            Func<ContactFacts>[] places =
                [() => Invented.Ordinary with { AuthorityCode = text }, () => Invented.Ordinary with { RegionCode = text }];
            Assert.All(places, way => Assert.Equal(Codes.IsAreaCode(text), Record.Exception(way) is null));
        });

    [Fact]
    public void Require_NotACode_DoesNotRepeatWhatItWasGiven()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Invented.Ordinary with { StageId = "Jane Doe, 0300" });

        Assert.DoesNotContain("Jane", refusal.ToString(), StringComparison.Ordinal);
    }

    private static bool Plain(string text) =>
        text.Length is >= 1 and <= 64 && text.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
