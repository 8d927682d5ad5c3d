using Helpline.Telephony.Flow;

namespace Helpline.Telephony.Tests.Flow;

public class CallerNumberTests
{
    [Theory]
    [InlineData("+447700900123")]
    [InlineData("+353209130123")]
    public void Parse_Number_IsKept(string from) => Assert.Equal(from, CallerNumber.Parse(from));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anonymous")]
    [InlineData("unknown")]
    [InlineData("Restricted")]
    [InlineData("client:adv_17")]
    [InlineData("sip:someone@example.test")]
    [InlineData("07700900123")]
    [InlineData("+266696687")]
    [InlineData("+86282452253")]
    [InlineData("+8656696")]
    [InlineData("+2562533")]
    [InlineData("+7378742833")]
    public void Parse_WithheldOrOdd_IsNoNumber(string? from) => Assert.Null(CallerNumber.Parse(from));
}
