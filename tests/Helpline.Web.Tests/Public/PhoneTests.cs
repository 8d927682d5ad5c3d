using Helpline.Testing;

namespace Helpline.Web.Tests.Public;

public sealed class PhoneTests
{
    [Theory]
    [InlineData("2026-11-03T10:00:00Z", "Phone open Until 5:30pm today.")]
    [InlineData("2026-11-03T17:45:00Z", "Phone closed Opens today at 6pm.")]
    [InlineData("2026-11-03T23:30:00Z", "Phone closed Opens tomorrow, Wednesday, at 9am.")]
    [InlineData("2026-07-01T08:30:00Z", "Phone open Until 5:30pm today.")]
    public async Task Home_AtAnHour_SaysWhetherThePhoneIsAnswered(string instant, string status)
    {
        // Arrange
        await using var factory = new HelplineFactory().At(new FakeTimeProvider(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

        // Act
        var page = await factory.Visitor().ReadAsync("/", TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(status, page.QuerySelector(".app-card .app-hours-now")?.TextContent.Trim());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/contact")]
    public async Task Page_WithANumberConfigured_ShowsItAndOtherwiseNone(string path)
    {
        // Arrange
        await using var silent = new HelplineFactory().With("Twilio:CallerId", "");
        await using var reachable = new HelplineFactory().With("Twilio:CallerId", "+442079460123");

        // Act
        var without = await silent.Visitor().ReadAsync(path, TestContext.Current.CancellationToken);
        var with = await reachable.Visitor().ReadAsync(path, TestContext.Current.CancellationToken);

        // Assert
        Assert.Empty(without.QuerySelectorAll("a.app-status__number"));
        Assert.Equal("020 7946 0123", with.QuerySelector("a.app-status__number[href='tel:+442079460123']")?.TextContent);
    }
}
