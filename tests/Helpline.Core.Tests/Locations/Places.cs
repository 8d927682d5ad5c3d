using Helpline.Core.Locations;

namespace Helpline.Core.Tests.Locations;

/// <summary>The real tables, read once for all tests of places.</summary>
internal static class Places
{
    public static ContentFolder Content { get; } = ContentFolder.Find(null, AppContext.BaseDirectory);

    public static LocationTables Tables { get; } = LocationTables.Load(Content.Path("locations"));

    public static LocationResolver Resolver { get; } = new(Tables);

    public static AuthorityDirectory Directory => Tables.Directory;

    public static string NameOf(string code) => Directory.ByCode(code)!.Name;
}
