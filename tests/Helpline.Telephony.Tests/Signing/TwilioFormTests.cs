using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Tests.Signing;

public class TwilioFormTests
{
    [Fact]
    public void Parse_AwkwardFields_KeepsThemAsReceived()
    {
        var form = TwilioForm.Parse("From=%2B441&from=x&FromCity=&Body=+a%20b+&Sid=1&Sid=2&Bare&=nameless");

        Assert.Equal("+441", form["From"]);
        Assert.Equal("x", form["from"]);
        Assert.Equal("", form.Find("FromCity"));
        Assert.Equal(" a b ", form["Body"]);
        Assert.Equal("1", form["Sid"]);
        Assert.Equal("", form.Find("Bare"));
        Assert.Equal(8, form.Fields.Count);
    }

    [Fact]
    public void Find_FieldNotSent_IsNullAndIndexerIsEmpty()
    {
        Assert.Null(TwilioForm.Empty.Find("Digits"));
        Assert.Equal("", TwilioForm.Empty["Digits"]);
    }
}
