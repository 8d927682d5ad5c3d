using System.Text.Json;
using Helpline.Analytics.Delivery;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Tests.Support;

namespace Helpline.Analytics.Tests.Facts;

public class ContactFactsTests
{
    [Fact]
    public void Properties_AreTheseAndNoOthers() => Assert.Equal(
        [
            "ArrivedAt", "AuthorityCode", "Channel", "EnquirerRoleId", "HandlingBand", "Kind", "OutcomeCode", "ReferralCodes",
            "RegionCode", "SatisfactionScores", "StageId", "TopicGroupIds", "TopicIds", "Version", "WaitBand",
        ],
        typeof(ContactFacts).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Json_ThereAndBack_IsTheSame()
    {
        var facts = Invented.Ordinary with
        {
            ReferralCodes = ["ipsea"],
            SatisfactionScores = new SatisfactionScores { First = 4, Second = null },
        };

        var plain = JsonSerializer.Serialize(facts);
        var held = FactsJson.Write(facts);

        Assert.Equal(plain, JsonSerializer.Serialize(JsonSerializer.Deserialize<ContactFacts>(plain)));
        Assert.Equal(held, FactsJson.Write(FactsJson.Read<ContactFacts>(held)));
        Assert.Contains("\"channel\":\"Voice\"", held, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_WithFreeTextWhereACodeBelongs_IsRefused()
    {
        var tampered = FactsJson.Write(Invented.Ordinary).Replace("plan-in-place", "Our Tom, 7", StringComparison.Ordinal);

        Assert.ThrowsAny<Exception>(() => FactsJson.Read<ContactFacts>(tampered));
    }

    [Fact]
    public void ArrivedAt_FinerThanAnHour_IsCutDown() => Assert.Equal(
        new DateTime(2026, 11, 3, 10, 0, 0, DateTimeKind.Utc),
        (Invented.Ordinary with { ArrivedAt = new DateTime(2026, 11, 3, 10, 59, 59, 999, DateTimeKind.Utc) }).ArrivedAt);

    [Fact]
    public void ArrivedAt_LocalTime_IsRefused() => Assert.Throws<ArgumentException>(
        () => Invented.Ordinary with { ArrivedAt = new DateTime(2026, 11, 3, 10, 0, 0, DateTimeKind.Local) });

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Scores_OutsideOneToFive_AreRefused(int score) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SatisfactionScores { First = score });

    [Fact]
    public void Validate_AuthorityWithoutRegionOrUnknownVersion_IsRefused()
    {
        Assert.Throws<ArgumentException>((Invented.Ordinary with { RegionCode = null }).Validate);
        Assert.Throws<ArgumentException>((Invented.Ordinary with { Version = 2 }).Validate);
        Assert.Throws<ArgumentException>((Invented.Ordinary with { Channel = (ContactChannel)9 }).Validate);
        Invented.Ordinary.Validate();
    }
}
