using Helpline.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Helpline.Web.Tests.Hosting;

public sealed class HelplinePhoneTests
{
    [Theory]
    [InlineData("+442079460123", "020 7946 0123")]
    [InlineData("+448081570123", "0808 157 0123")]
    [InlineData("+441632960123", "01632 960123")]
    [InlineData("+3531234567", "+3531234567")]
    public void Display_OfANumber_IsWhatPeopleSay(string callerId, string display)
    {
        // Act
        var phone = new HelplinePhone(Configured(callerId));

        // Assert
        Assert.Equal(display, phone.Display);
        Assert.Equal($"tel:{callerId}", phone.Link);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sip:someone")]
    public void Display_WithoutANumber_IsNothing(string? callerId)
    {
        // Act
        var phone = new HelplinePhone(Configured(callerId));

        // Assert
        Assert.Null(phone.Display);
        Assert.Null(phone.Link);
    }

    private static IConfiguration Configured(string? callerId) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Twilio:CallerId", callerId)]).Build();
}
