using System.Globalization;
using Helpline.Testing;

namespace Helpline.Web.Tests.Public;

public sealed class PhoneTests(PhoneTests.ClockedFactory factory) : IClassFixture<PhoneTests.ClockedFactory>
{
    [Theory]
    [InlineData("2026-11-03T10:00:00Z", "Phone open Until 5:30pm today.")]
    [InlineData("2026-11-03T17:45:00Z", "Phone closed Opens today at 6pm.")]
    [InlineData("2026-11-03T23:30:00Z", "Phone closed Opens tomorrow, Wednesday, at 9am.")]
    [InlineData("2026-07-01T08:30:00Z", "Phone open Until 5:30pm today.")]
    public async Task Home_AtAnHour_SaysWhetherThePhoneIsAnswered(string instant, string status)
    {
        // Arrange
        factory.Clock.SetUtcNow(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

        // Act
        var page = await factory.Visitor().ReadAsync("/", TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(status, page.QuerySelector(".app-hours-now")?.TextContent.Trim());
    }

    [Fact]
    public async Task Home_WhereTheLineNeverCloses_NamesNoEnd()
    {
        // Arrange
        await using var always = new HelplineFactory().With("Hours:AlwaysOpen", "true");
        using var visitor = always.Visitor();

        // Act
        var page = await visitor.ReadAsync("/", TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal("Phone open At any hour.", page.QuerySelector(".app-hours-now")?.TextContent.Trim());
    }

    [Fact]
    public async Task Contact_InTheWeekOfAClosure_NamesTheDayThatDiffers()
    {
        // Arrange
        factory.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 14, 12, 0, 0, TimeSpan.Zero));

        // Act
        var page = await factory.Visitor().ReadAsync("/contact", TestContext.Current.CancellationToken);

        // Assert
        Assert.Contains("Friday 25 December 2026: Closed", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/contact")]
    public async Task Page_WithANumberConfigured_ShowsIt(string path)
    {
        // Act
        var page = await factory.Visitor().ReadAsync(path, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal("020 7946 0123", page.QuerySelector("a.app-status__number[href='tel:+442079460123']")?.TextContent);
    }

    [Fact]
    public async Task Pages_WithoutANumber_ShowNone()
    {
        // Arrange
        await using var silent = new HelplineFactory().With("Twilio:CallerId", "");
        using var visitor = silent.Visitor();

        // Act
        var home = await visitor.ReadAsync("/", TestContext.Current.CancellationToken);
        var contact = await visitor.ReadAsync("/contact", TestContext.Current.CancellationToken);

        // Assert
        Assert.Empty(home.QuerySelectorAll("a.app-status__number, .app-footer a[href^='tel:']"));
        Assert.Empty(contact.QuerySelectorAll("a.app-status__number, .app-footer a[href^='tel:']"));
    }

    /// <summary>One host whose clock the tests move.</summary>
    public sealed class ClockedFactory : HelplineFactory
    {
        public ClockedFactory() => At(Clock).With("Twilio:CallerId", "+442079460123");

        public FakeTimeProvider Clock { get; } = new();
    }
}
