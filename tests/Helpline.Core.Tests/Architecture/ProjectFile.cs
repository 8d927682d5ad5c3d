using System.Xml.Linq;

namespace Helpline.Core.Tests.Architecture;

/// <summary>What a project file says about other projects, whatever condition or group it says it in.</summary>
internal static class ProjectFile
{
    /// <summary>Names of the projects it refers to.</summary>
    public static IReadOnlyList<string> References(string xml) =>
        [.. Items(xml, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).Order(StringComparer.Ordinal)];

    /// <summary>Ways round a project reference: an assembly by path, or a file of another project compiled in.</summary>
    public static IReadOnlyList<string> SideDoors(string xml) =>
        [.. Items(xml, "Reference"), .. Items(xml, "Compile").Where(path => path.Contains("..", StringComparison.Ordinal))];

    private static IEnumerable<string> Items(string xml, string name) =>
        from element in XDocument.Parse(xml).Descendants()
        where element.Name.LocalName == name
        from path in (element.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select path;
}
