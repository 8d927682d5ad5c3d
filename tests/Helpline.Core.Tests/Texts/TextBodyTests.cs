using Helpline.Core.Enquiries;
using Helpline.Core.Texts;

namespace Helpline.Core.Tests.Texts;

/// <summary>What texts are made of: parts, numbers, commands.</summary>
public sealed class TextBodyTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("£5 café", 1)]
    [InlineData("😀", 1)]
    public void SegmentsOf_Short_IsCounted(string text, int segments) => Assert.Equal(segments, TextBody.SegmentsOf(text));

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('a', 612, 4)]
    [InlineData('a', 613, 5)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    [InlineData('€', 153, 3)]
    [InlineData('ł', 70, 1)]
    [InlineData('ł', 71, 2)]
    [InlineData('ł', 134, 2)]
    [InlineData('ł', 135, 3)]
    public void SegmentsOf_AtTheLimits_IsCounted(char sign, int count, int segments) => Assert.Equal(segments, TextBody.SegmentsOf(new string(sign, count)));

    [Fact]
    public void SegmentsOf_EmojiOnTheBorder_IsNotParted() =>
        Assert.Equal(3, TextBody.SegmentsOf(new string('ł', 66) + "😀" + new string('ł', 66)));

    [Fact]
    public void Tidy_WordProcessorText_IsPlain()
    {
        var tidy = TextBody.Tidy("  “Don’t” – we said…\u00A0“no”\r\n• cafe\u0301 ½ ");

        Assert.Equal("\"Don't\" - we said... \"no\"\n- café 1/2", tidy);
        Assert.True(TextBody.IsPlain(tidy));
    }

    [Fact]
    public void Words_OfOurOwn_ArePlainAndShort()
    {
        string[] own =
        [
            TextWords.Received("HL-7K2M-9QXD", new DateTime(2026, 9, 30, 22, 0, 0, DateTimeKind.Utc)),
            TextWords.Answered("HL-7K2M-9QXD").Replace(TextNote.Link, "https://www.helpline.example/enquiries/HL-7K2M-9QXD?key=" + EnquirySecret.NewSecret(), StringComparison.Ordinal),
            TextWords.Help("+448081570100", "https://www.helpline.example"),
        ];

        Assert.All(own, w => Assert.True(TextBody.IsPlain(w) && TextBody.SegmentsOf(w) <= 2, w));
        Assert.Equal(1, TextBody.SegmentsOf(own[0]));
        Assert.Contains("0808 157 0100", own[2], StringComparison.Ordinal);
    }

    [Fact]
    public void AnswerInText_LinksToArticles_AreSpeltOut() => Assert.Equal(
        "SEND Helpline: HL-7K2M-9QXD\nThey may not. Refusals: https://helpline.example/advice/refused-an-assessment.",
        TextWords.AnswerInText("HL-7K2M-9QXD", "They may not. [Refusals](/advice/refused-an-assessment).", "https://helpline.example/"));

    [Theory]
    [InlineData("07700 900123", "+447700900123")]
    [InlineData("+44 7700 900-123", "+447700900123")]
    [InlineData("0044 (0)7700 900123", "+447700900123")]
    [InlineData("447700900123", "+447700900123")]
    [InlineData("020 7946 0123", null)]
    [InlineData("07000 900123", null)]
    [InlineData("07600 900123", null)]
    [InlineData("+353 87 123 4567", null)]
    [InlineData("07700 90012", null)]
    [InlineData("07700 900123 or ask", null)]
    [InlineData("٠٧٧٠٠٩٠٠١٢٣", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void TryRead_Number_IsAUkMobileOrNone(string? typed, string? read)
    {
        Assert.Equal(read is not null, UkMobile.TryRead(typed, out var number));
        Assert.Equal(read, number);
    }

    [Theory]
    [InlineData("STOP", null, TextKeyword.Stop)]
    [InlineData("  stop \n", null, TextKeyword.Stop)]
    [InlineData("Unsubscribe", null, TextKeyword.Stop)]
    [InlineData("please stop the council", null, TextKeyword.None)]
    [InlineData("stop.", null, TextKeyword.None)]
    [InlineData("START", null, TextKeyword.Start)]
    [InlineData("help", null, TextKeyword.Help)]
    [InlineData("help me", null, TextKeyword.None)]
    [InlineData("Stop the council from moving him", null, TextKeyword.None)]
    [InlineData("end of term is when he moves", null, TextKeyword.None)]
    [InlineData("Help me with my appeal", null, TextKeyword.None)]
    [InlineData("arrêt", "STOP", TextKeyword.Stop)]
    [InlineData("", null, TextKeyword.None)]
    public void Of_Text_IsACommandOnlyAsAWhole(string body, string? said, TextKeyword keyword) => Assert.Equal(keyword, TextKeywords.Of(body, said));
}
