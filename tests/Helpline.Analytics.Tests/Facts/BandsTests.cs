using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Facts;

namespace Helpline.Analytics.Tests.Facts;

public class BandsTests
{
    [Theory]
    [InlineData(-5, WaitBand.UpTo20Seconds)]
    [InlineData(20, WaitBand.UpTo20Seconds)]
    [InlineData(21, WaitBand.UpTo1Minute)]
    [InlineData(60, WaitBand.UpTo1Minute)]
    [InlineData(120, WaitBand.UpTo2Minutes)]
    [InlineData(300, WaitBand.UpTo5Minutes)]
    [InlineData(600, WaitBand.UpTo10Minutes)]
    [InlineData(1800, WaitBand.UpTo30Minutes)]
    [InlineData(86_400, WaitBand.UpTo1Day)]
    [InlineData(172_800, WaitBand.UpTo2Days)]
    [InlineData(432_000, WaitBand.UpTo5Days)]
    [InlineData(432_001, WaitBand.Over5Days)]
    public void Wait_AtItsLimit_IsInTheBand(int seconds, WaitBand expected) =>
        Assert.Equal(expected, Bands.Wait(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, HandlingBand.UpTo5Minutes)]
    [InlineData(300, HandlingBand.UpTo5Minutes)]
    [InlineData(301, HandlingBand.UpTo10Minutes)]
    [InlineData(1200, HandlingBand.UpTo20Minutes)]
    [InlineData(1800, HandlingBand.UpTo30Minutes)]
    [InlineData(3600, HandlingBand.UpTo60Minutes)]
    [InlineData(3601, HandlingBand.Over60Minutes)]
    public void Handling_AtItsLimit_IsInTheBand(int seconds, HandlingBand expected) =>
        Assert.Equal(expected, Bands.Handling(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Handling_NobodyTookIt_IsNotHandled() => Assert.Equal(HandlingBand.NotHandled, Bands.Handling(null));

    [Theory]
    [InlineData(WaitBand.UpTo20Seconds, "up-to-20-seconds")]
    [InlineData(WaitBand.Over5Days, "over-5-days")]
    [InlineData(ContactKind.ShortAbandoned, "short-abandoned")]
    [InlineData(ContactChannel.Voice, "voice")]
    public void EnumCodes_OfAValue_IsACode(object value, string expected) => Assert.Equal(expected, EnumCodes.Of((Enum)value));
}
