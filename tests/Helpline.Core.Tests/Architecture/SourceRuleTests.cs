using System.Text.RegularExpressions;

namespace Helpline.Core.Tests.Architecture;

/// <summary>Rules that hold for every line of the house and that no analyzer knows.</summary>
public sealed partial class SourceRuleTests
{
    // Only a duration is measured here, for the log.
    private static readonly string[] MayMeasure = ["src/Helpline.Core/Locations/LocationsStart.cs"];

    [Fact]
    public void Source_Clock_IsTheTimeProvider()
    {
        var own = CodeOf("src").Where(f => !MayMeasure.Contains(f)).SelectMany(f => Hits(f, OwnClock()));

        Assert.Empty(own);
        Assert.All(MayMeasure, f => Assert.NotEmpty(Hits(f, OwnClock())));
    }

    [Fact]
    public void Tests_AllOf_Run()
    {
        Assert.Empty(CodeOf("tests").SelectMany(f => Hits(f, LeftOut())));
    }

    [Fact]
    public void Repository_UnfinishedWork_IsNone()
    {
        var files = CodeOf("src").Concat(CodeOf("tests"))
            .Concat(SourceTree.Files("src", ".cshtml", ".ts", ".scss", ".mjs"))
            .Concat(SourceTree.Files("content", ".md", ".yaml", ".csv"))
            .Concat(SourceTree.Files("docs", ".md"))
            .Concat(SourceTree.Files("eng", ".sh"))
            .Append("Makefile").Append("README.md").Append("CHANGELOG.md");

        Assert.Empty(files.SelectMany(f => Hits(f, Unfinished())));
    }

    [Fact]
    public void Namespaces_OfSource_AreTheirFolders()
    {
        var strays =
            from file in CodeOf("src")
            let declared = Namespace().Match(SourceTree.Read(file)).Groups["name"].Value
            let folder = Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
            where declared.Length > 0 && declared != folder
            select $"{file}: {declared}";

        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = DateTimeOffset.Now;")]
    [InlineData("var today = System.DateTime.Today;")]
    [InlineData("var started = Environment.TickCount64;")]
    public void OwnClock_InALine_IsSeen(string line)
    {
        Assert.Matches(OwnClock(), line);
    }

    [Theory]
    [InlineData("[Fact(Sk" + "ip = \"later\")]")]
    [InlineData("Assert.Sk" + "ip(\"later\");")]
    public void LeftOutTest_InALine_IsSeen(string line)
    {
        Assert.Matches(LeftOut(), line);
    }

    private static IEnumerable<string> CodeOf(string folder) =>
        SourceTree.Files(folder, ".cs").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal));

    private static IEnumerable<string> Hits(string file, Regex rule) =>
        from line in SourceTree.Read(file).Split('\n').Index()
        where rule.IsMatch(line.Item) && !line.Item.Contains("[InlineData(", StringComparison.Ordinal)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bStopwatch\b|\bTickCount(64)?\b|\bTimeZoneInfo\.Local\b")]
    private static partial Regex OwnClock();

    [GeneratedRegex(@"\b(Skip(When|Unless|Type)?|Explicit)\s*=\s*(""|true|nameof|typeof)|\bAssert\.Skip")]
    private static partial Regex LeftOut();

    // In two halves, so that the rule does not find itself.
    [GeneratedRegex(@"\bTO" + @"DO\b|\bFIX" + @"ME\b|\bNotImplemented" + "Exception")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
