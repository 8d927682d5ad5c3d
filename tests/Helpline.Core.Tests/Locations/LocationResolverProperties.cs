using FsCheck;
using FsCheck.Fluent;

namespace Helpline.Core.Tests.Locations;

public sealed class LocationResolverProperties
{
    private static readonly string[] Outwards = ["LS1", "S36", "SW1A", "HR3", "CF10", "BX1", "L41", "EC3P", "M1"];

    [Fact]
    public void Resolve_AnyText_AnswersWithinBounds() =>
        Prop.ForAll<string>(text => Holds(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Resolve_PiecesOfPostcodesNamesAndNumbers_AnswersWithinBounds()
    {
        var piece = Gen.Elements("LS", "S36", "1", "0", "O", "I", "l", " ", "-", "(0)", "+44", "0114", "of", "City", "council", "London", "st.", "é", "&", "\ud83d", "Newcastle", "upon", "9ZZ");
        var text = Gen.ArrayOf(piece).Select(string.Concat).ToArbitrary();

        Prop.ForAll(text, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Resolve_PostcodeInAnySpacingAndCase_IsTheSame()
    {
        var postcode = (from outward in Gen.Elements(Outwards)
                        from digit in Gen.Choose(0, 9)
                        from first in Gen.Elements("ABDEFGHJLNPQRSTUWXYZ".ToCharArray())
                        from spaces in Gen.Choose(0, 3)
                        from lower in Gen.Elements(true, false)
                        select (Plain: $"{outward} {digit}{first}A", Written: Write(outward, $"{digit}{first}A", spaces, lower))).ToArbitrary();

        Prop.ForAll(postcode, p =>
        {
            var plain = Places.Resolver.Resolve(p.Plain);
            var written = Places.Resolver.Resolve(p.Written);
            return plain.Kind == written.Kind && plain.Nation == written.Nation && plain.Results.SequenceEqual(written.Results) && plain.Confidence.Equals(written.Confidence);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData('A')]
    [InlineData('1')]
    [InlineData(' ')]
    [InlineData('\u0301')]
    public void Resolve_MillionsOfCharacters_FindsNothing(char filling)
    {
        var answer = Places.Resolver.Resolve(new string(filling, 5_000_000));

        Assert.Equal(Helpline.Core.Locations.LocationKind.None, answer.Kind);
    }

    private static string Write(string outward, string inward, int spaces, bool lower)
    {
        var text = new string(' ', spaces) + outward + new string(' ', spaces) + inward;
        return lower ? text.ToLowerInvariant() : text;
    }

    private static bool Holds(string? text)
    {
        var answer = Places.Resolver.Resolve(text);
        return answer.Confidence is >= 0 and <= 1
            && answer.Query == (text ?? "")
            && answer.Results.Sum(r => r.Share) <= 1.02
            && answer.Results.All(r => Places.Directory.ByCode(r.Code) is not null)
            && answer.Results.Select(r => r.Code).Distinct().Count() == answer.Results.Count
            && (answer.NeedsAsking || answer.Results.Count > 0 || answer.Nation is not null);
    }
}
