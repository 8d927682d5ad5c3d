using Helpline.Core.Locations;

namespace Helpline.Core.Tests.Locations;

public sealed class SpokenPlacesTests
{
    private static readonly SpokenPlaces Spoken = new(Places.Tables, Places.Resolver);

    [Theory]
    [InlineData("Leeds.", "Leeds")]
    [InlineData("uh I'm in Sheffield", "Sheffield")]
    [InlineData("S thirty six six A B", "Barnsley")]
    [InlineData("L S one one U R", "Leeds")]
    [InlineData("lima sierra one one uniform romeo", "Leeds")]
    [InlineData("my postcode is L S one one U R", "Leeds")]
    [InlineData("ess double you one ay one ay ay", "Westminster")]
    [InlineData("Three Rivers", "Hertfordshire")]
    [InlineData("el ess one", "Leeds")]
    public void Resolve_Transcript_FindsTheAuthority(string transcript, string name)
    {
        var answer = Spoken.Resolve(transcript);

        Assert.Equal(name, answer.Results[0].Name);
        Assert.Equal(transcript, answer.Query);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("I would like to talk to somebody")]
    public void Resolve_NoPlace_FindsNothing(string? transcript) => Assert.Equal(LocationKind.None, Spoken.Resolve(transcript).Kind);

    [Fact]
    public void Hints_RealTables_FitTheRecogniserAndAllResolve()
    {
        Assert.InRange(Spoken.Hints.Count, 300, SpokenPlaces.MostHints);
        Assert.All(Spoken.Hints, h => Assert.True(h.Length is > 0 and <= 100 && !h.Contains(',', StringComparison.Ordinal), h));
        Assert.Contains("City of Bristol", Spoken.Hints);
        Assert.DoesNotContain(Spoken.Hints, h => Spoken.Resolve(h).Results.Count == 0);
    }

    [Fact]
    public void Menu_RealTables_SpeaksNineRegionsInOrder()
    {
        var menu = new RegionMenu(Places.Directory);

        Assert.Equal(Enumerable.Range(1, 9), menu.Choices.Select(r => r.Key));
        Assert.Equal("London", menu.ByKey("7")?.Name);
        Assert.All((string?[])[null, "", "0", "10", "*"], key => Assert.Null(menu.ByKey(key)));
        Assert.StartsWith("For the North East, press 1. For the North West, press 2.", menu.SpokenText, StringComparison.Ordinal);
    }
}
