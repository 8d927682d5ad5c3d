using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Tests.Search;

public sealed class CitationsTests
{
    [Theory]
    [InlineData("s.36(8)", "sec36 sec36x8")]
    [InlineData("s36", "sec36")]
    [InlineData("S 36 (8)", "sec36 sec36x8")]
    [InlineData("Section 36", "sec36")]
    [InlineData("section 36(10)(a)", "sec36 sec36x10 sec36x10xa")]
    [InlineData("§ 36", "sec36")]
    [InlineData("section 508B", "sec508b")]
    [InlineData("s.17ZD", "sec17zd")]
    [InlineData("sections 36 and 37", "sec36 | sec37")]
    [InlineData("ss 13, 15 and 19", "sec13 | sec15 | sec19")]
    [InlineData("reg 13", "reg13")]
    [InlineData("regulation 12(1)(a)", "reg12 reg12x1 reg12x1xa")]
    [InlineData("regs 5 and 10(4)", "reg5 | reg10 reg10x4")]
    [InlineData("rule 20", "rule20")]
    [InlineData("r 12(3)", "rule12 rule12x3")]
    [InlineData("para 9.69", "chap9 par9p69")]
    [InlineData("paragraph 9.14 of the Code", "chap9 par9p14")]
    [InlineData("look at 9.69 again", "chap9 par9p69")]
    [InlineData("schedule 17", "sched17")]
    [InlineData("chapter 6", "chap6")]
    [InlineData("Article 15", "art15")]
    [InlineData("36(1)", "sec36 sec36x1")]
    [InlineData("section F", "planf")]
    [InlineData("Sections B, F and I.", "planb planf plani")]
    [InlineData("section H1", "planh1")]
    public void Find_Citation_GivesTokensFromTheWholeToTheExact(string text, string tokens)
    {
        var found = Citations.Find(Words.Fold(text));

        Assert.Equal(tokens, string.Join(" | ", found.Select(c => string.Join(' ', c.Tokens))));
    }

    [Theory]
    [InlineData("my child's 36 friends")]
    [InlineData("he is 36")]
    [InlineData("costs £9.69")]
    [InlineData("up by 9.69%")]
    [InlineData("classes 36")]
    [InlineData("section of the plan")]
    [InlineData("version 1.2.3")]
    [InlineData("12 weeks (maximum)")]
    public void Find_OrdinaryWords_GiveNothing(string text)
    {
        Assert.Empty(Citations.Find(Words.Fold(text)));
    }
}
