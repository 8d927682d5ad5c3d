using Helpline.Core.Locations;

namespace Helpline.Core.Tests.Locations;

/// <summary>The places of authorities: every authority has a row, an address has a source, and nothing malformed is read.</summary>
public sealed class LocalServiceDirectoryTests
{
    private const string Header = "code,sendiass_url,local_offer_url,source,checked\n";

    private static readonly AuthorityDirectory Authorities = LocationTables.Load(ContentFolder.Find(null, AppContext.BaseDirectory).Path("locations")).Directory;

    [Fact]
    public void Load_OurTable_HasEveryAuthorityAndASourceForEachAddress()
    {
        var path = ContentFolder.Find(null, AppContext.BaseDirectory).Path("directory", "authorities.csv");

        var read = LocalServiceDirectory.Load(path, Authorities);

        Assert.Equal(Authorities.Authorities.Select(a => a.Code), CsvTable.Read(path, "code").Rows.Select(r => r["code"]).Order(StringComparer.Ordinal));
        Assert.All(Authorities.Authorities.Select(a => read.Of(a.Code)), s => Assert.True((s.Sendiass is null && s.LocalOffer is null) || s.Source is not null, s.Code));
        Assert.Equal("sendadvicesurrey.org.uk", read.Of("E10000030").Sendiass?.Host);
        Assert.Equal(LocalServices.Unknown("E06000001"), read.Of("E06000001"));
    }

    [Theory]
    [InlineData("E06000001,https://example.test,,,\n", "line 2", "source")]
    [InlineData("E06000001,example.test,,Somewhere,\n", "line 2", "sendiass_url")]
    [InlineData("E06000001,,javascript:alert(1),Somewhere,\n", "line 2", "local_offer_url")]
    [InlineData("E99999999,,,,\n", "line 2", "E99999999")]
    [InlineData("E06000001,,,,\nE06000001,,,,\n", "line 3", "twice")]
    [InlineData("E06000001,,,,yesterday\n", "line 2", "checked")]
    public void Load_Malformed_SaysWhere(string rows, string line, string what)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Header + rows);

            var refused = Assert.Throws<InvalidDataException>(() => LocalServiceDirectory.Load(path, Authorities));

            Assert.Contains(line, refused.Message, StringComparison.Ordinal);
            Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
