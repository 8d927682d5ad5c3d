using FsCheck;
using FsCheck.Fluent;
using Helpline.Analytics.Facts;

namespace Helpline.Analytics.Tests.Support;

/// <summary>Invented windows of contacts: few enough codes for crowds, skewed enough for rare combinations.</summary>
internal static class Invented
{
    public static readonly DateOnly Monday = new(2026, 11, 2);

    private static readonly (string Region, string Authority)[] Places =
    [
        ("E12000001", "E06000001"), ("E12000001", "E06000002"), ("E12000003", "E08000035"), ("E12000003", "E08000039"),
        ("E12000007", "E09000001"),
    ];

    private static readonly (string Group, string Topic)[] Topics =
    [
        ("needs-assessment", "asking"), ("needs-assessment", "refused"), ("transport", "under-16"),
        ("transport", "post-16"), ("equality", "adjustments"),
    ];

    /// <summary>A window and a k to publish it with.</summary>
    public static Arbitrary<(ContactFacts[] Window, int K)> Any(int largest = 120) => Arb.From(
        from size in Gen.Choose(0, largest)
        from window in Contact.ArrayOf(size)
        from k in Gen.Choose(3, 12)
        select (window, k),
        sample => Smaller(sample.window).Select(window => (window, sample.k)));

    public static Gen<ContactFacts> Contact { get; } =
        from channel in Gen.Frequency(
            (16, Gen.Constant(ContactChannel.Voice)), (4, Gen.Constant(ContactChannel.Enquiry)),
            (1, Gen.Constant(ContactChannel.Callback)))
        from kind in Gen.Frequency(
            (12, Gen.Constant(ContactKind.Answered)), (2, Gen.Constant(ContactKind.Abandoned)),
            (1, Gen.Constant(ContactKind.ShortAbandoned)))
        from place in Skewed(Places.Length + 1)
        from topic in Skewed(Topics.Length + 1)
        from stage in Gen.Elements("sen-support", "assessment", "sen-support", null)
        from role in Gen.Elements("parent", "parent", "carer", null)
        from hour in Gen.Choose(0, (24 * 7) - 1)
        from wait in Gen.Elements(WaitBand.UpTo20Seconds, WaitBand.UpTo20Seconds, WaitBand.UpTo5Minutes, WaitBand.UpTo1Day)
        from outcome in Gen.Elements("advice-given", "advice-given", "info-given", "safeguarding-passed")
        from referrals in Gen.Elements(Array.Empty<string>(), [], ["local-sendiass"], ["local-sendiass", "ipsea"])
        select new ContactFacts
        {
            Channel = channel,
            Kind = kind,
            ArrivedAt = CoarseTime.StartOf(Monday).AddHours(hour),
            RegionCode = place < Places.Length ? Places[place].Region : null,
            AuthorityCode = place < Places.Length ? Places[place].Authority : null,
            TopicGroupIds = topic < Topics.Length ? [Topics[topic].Group] : [],
            TopicIds = topic < Topics.Length ? [Topics[topic].Topic] : [],
            StageId = stage,
            EnquirerRoleId = role,
            WaitBand = wait,
            HandlingBand = kind == ContactKind.Answered ? HandlingBand.UpTo20Minutes : HandlingBand.NotHandled,
            OutcomeCode = kind == ContactKind.Answered ? outcome : null,
            ReferralCodes = referrals,
        };

    /// <summary>One ordinary contact to vary.</summary>
    public static ContactFacts Ordinary { get; } = new()
    {
        Channel = ContactChannel.Voice,
        Kind = ContactKind.Answered,
        ArrivedAt = new DateTime(2026, 11, 3, 10, 0, 0, DateTimeKind.Utc),
        RegionCode = "E12000003",
        AuthorityCode = "E08000035",
        TopicGroupIds = ["transport"],
        TopicIds = ["post-16"],
        StageId = "plan-in-place",
        EnquirerRoleId = "parent",
        WaitBand = WaitBand.UpTo1Minute,
        HandlingBand = HandlingBand.UpTo20Minutes,
        OutcomeCode = "advice-given",
    };

    public static ContactFacts[] Many(int count, ContactFacts facts) => [.. Enumerable.Repeat(facts, count)];

    /// <summary>A window of a given size drawn from a fixed seed, for tests of one example.</summary>
    public static ContactFacts[] Sample(int size, ulong seed) =>
        Contact.ArrayOf(size).Sample(1, new Rnd(seed, 1), 1).Single();

    private static Gen<int> Skewed(int count) => Gen.Frequency(
        Enumerable.Range(0, count).Select(index => (1 << (count - index), Gen.Constant(index))).ToArray());

    private static IEnumerable<ContactFacts[]> Smaller(ContactFacts[] window)
    {
        for (var size = window.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < window.Length; start += size)
            {
                yield return [.. window.Take(start), .. window.Skip(start + size)];
            }
        }
    }
}
