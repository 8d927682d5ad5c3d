using Helpline.Core.Locations;

namespace Helpline.Core.Tests.Locations;

public sealed class LocationStartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("helpline-places-").FullName;

    public LocationStartTests()
    {
        foreach (var file in Directory.EnumerateFiles(Places.Content.Path("locations"), "*.csv"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    [Theory]
    [InlineData("authorities.csv", "E06000001,805,Hartlepool,H,unitary,E12000099,x,1,1", "authorities.csv line 155: 'E12000099' is not a region")]
    [InlineData("authorities.csv", "E06000001,805,Hartlepool,H,unitary,E12000001,x,1,1", "authorities.csv line 155: the authority is listed twice")]
    [InlineData("authorities.csv", "E06000099,805,Hartlepool", "authorities.csv line 155: 3 fields, expected 9")]
    [InlineData("outward-codes.csv", "ZZ1,current,E06000001:900", "outward-codes.csv line 3130: the shares add to 900 instead of 1000")]
    [InlineData("outward-codes.csv", "ZZ1,current,E06009999:1000", "outward-codes.csv line 3130: 'E06009999' is not a known authority or nation")]
    [InlineData("outward-codes.csv", "LS1,current,E08000035:1000", "outward-codes.csv line 3130: the code is listed twice")]
    [InlineData("outward-codes.csv", "ls1,current,E08000035:1000", "outward-codes.csv line 3130: 'ls1' is not an outward code")]
    [InlineData("outward-codes.csv", "ZZ1,closed,E08000035:1000", "outward-codes.csv line 3130: 'closed' is not a status")]
    [InlineData("sectors.csv", "LS1,E08000035:1000", "sectors.csv line 3197: 'LS1' is not the sector")]
    [InlineData("postcode-exceptions.csv", "LS1,E08000035,1A", "postcode-exceptions.csv line 1627: '1A' is not the second half of a postcode")]
    [InlineData("area-codes.csv", "0700,Nowhere,E12000001,E06000001:1000", "area-codes.csv line 616: '0700' is not the prefix of a landline")]
    [InlineData("districts.csv", "E07000999,\"Nowhere,E06000001,current", "districts.csv line 210: a quotation mark is not closed")]
    [InlineData("former-authorities.csv", "E06000999,,Nowhere,31/03/2019,E06000001", "former-authorities.csv line 21: 'ended' must be a date")]
    [InlineData("ambiguous-names.csv", "Nowhere,,E06000001", "ambiguous-names.csv line 37: an ambiguous name needs two candidates")]
    [InlineData("coming-changes.csv", "soon,GU1,West Surrey,1000", "coming-changes.csv line 81: 'from' must be a date")]
    public void Load_MalformedLine_NamesFileAndLine(string file, string line, string message)
    {
        File.AppendAllText(Path.Combine(folder, file), line + "\n");

        var wrong = Assert.Throws<InvalidDataException>(() => LocationTables.Load(folder));

        Assert.StartsWith(message, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileMissing_NamesIt()
    {
        File.Delete(Path.Combine(folder, "sectors.csv"));

        var wrong = Assert.Throws<InvalidDataException>(() => LocationTables.Load(folder));

        Assert.StartsWith("sectors.csv is missing", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ColumnMissing_NamesIt()
    {
        File.WriteAllText(Path.Combine(folder, "nations.csv"), "code,title\nW92000004,Wales\n");

        var wrong = Assert.Throws<InvalidDataException>(() => LocationTables.Load(folder));

        Assert.StartsWith("nations.csv line 1: column 'name' is missing", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoComingChanges_Reads()
    {
        File.Delete(Path.Combine(folder, "coming-changes.csv"));

        var tables = LocationTables.Load(folder);

        Assert.Null(tables.FirstComingChange);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
