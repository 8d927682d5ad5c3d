using Helpline.Core.Callbacks;

namespace Helpline.Core.Tests.Callbacks;

public class UkNumberTests
{
    [Theory]
    [InlineData("07700900123", "+447700900123")]
    [InlineData("+44 (0)7700 900123", "+447700900123")]
    [InlineData("00447700900123", "+447700900123")]
    [InlineData("447700900123", "+447700900123")]
    [InlineData("02079460123", "+442079460123")]
    [InlineData("016977 3555", "+44169773555")]
    [InlineData("03069990123", "+443069990123")]
    [InlineData("08081570100", "+448081570100")]
    public void Read_NumberThatCanBeRung_IsNormalised(string text, string expected)
    {
        Assert.Equal(UkNumberOutcome.Ringable, UkNumber.Read(text, out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("09011234567", UkNumberOutcome.Premium)]
    [InlineData("07012345678", UkNumberOutcome.Premium)]
    [InlineData("08712345678", UkNumberOutcome.Premium)]
    [InlineData("07612345678", UkNumberOutcome.Premium)]
    [InlineData("0770090012", UkNumberOutcome.NotWhole)]
    [InlineData("077009001234", UkNumberOutcome.NotWhole)]
    [InlineData("999", UkNumberOutcome.NotWhole)]
    [InlineData("2", UkNumberOutcome.NotWhole)]
    [InlineData("", UkNumberOutcome.NotWhole)]
    [InlineData(null, UkNumberOutcome.NotWhole)]
    [InlineData("+33123456789", UkNumberOutcome.Abroad)]
    [InlineData("0033123456789", UkNumberOutcome.Abroad)]
    public void Read_NumberThatCannotBeRung_IsRefusedWithTheReason(string? text, UkNumberOutcome expected)
    {
        Assert.Equal(expected, UkNumber.Read(text, out var number));
        Assert.Equal("", number);
    }

    [Fact]
    public void Written_Number_IsTheNationalForm() => Assert.Equal("07700 900 123", UkNumber.Written("+447700900123"));
}
