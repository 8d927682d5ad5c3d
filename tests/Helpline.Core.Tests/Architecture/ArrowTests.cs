namespace Helpline.Core.Tests.Architecture;

/// <summary>The arrows between projects (docs/adr/0002): these and no others. Read from the project files, not from what happens to be used.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Helpline.Analytics"] = [],
        ["Helpline.Core"] = ["Helpline.Analytics"],
        ["Helpline.Knowledge"] = [],
        ["Helpline.Telephony"] = ["Helpline.Core"],
        ["Helpline.Web"] = ["Helpline.Analytics", "Helpline.Core", "Helpline.Knowledge", "Helpline.Telephony"],
    };

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Src_Projects_AreTheFive()
    {
        var found = SourceTree.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), found);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_AreItsArrows(string project)
    {
        var xml = SourceTree.Read($"src/{project}/{project}.csproj");

        Assert.Equal(Arrows[project], ProjectFile.References(xml));
        Assert.Empty(ProjectFile.SideDoors(xml));
    }

    [Fact]
    public void SharedBuildFiles_References_AreTheSqlServerTypesAlone()
    {
        var shared = SourceTree.Files(".", ".props", ".targets").ToList();

        var references = shared.SelectMany(f => ProjectFile.References(SourceTree.Read(f)));
        var sideDoors = shared.SelectMany(f => ProjectFile.SideDoors(SourceTree.Read(f)));

        Assert.Contains("Directory.Build.targets", shared);
        Assert.Equal(["Helpline.SqlServerTypes"], references);
        Assert.Empty(sideDoors);
    }

    [Fact]
    public void Shim_References_AreNone()
    {
        Assert.Empty(ProjectFile.References(SourceTree.Read("shims/Helpline.SqlServerTypes/Helpline.SqlServerTypes.csproj")));
    }

    [Fact]
    public void AnalyticsTests_References_AreAnalyticsAlone()
    {
        // Its tests see no more of the house than analytics does: what a test can reach, a careless change can too.
        var xml = SourceTree.Read("tests/Helpline.Analytics.Tests/Helpline.Analytics.Tests.csproj");

        Assert.Equal(["Helpline.Analytics"], ProjectFile.References(xml));
    }

    [Theory]
    [InlineData("""<Project><ItemGroup Condition="false"><ProjectReference Include="..\Helpline.Core\Helpline.Core.csproj" /></ItemGroup></Project>""")]
    [InlineData("""<Project><Target Name="T"><ItemGroup><ProjectReference Include=" ../Helpline.Core/Helpline.Core.csproj ;" /></ItemGroup></Target></Project>""")]
    public void References_InAnyGroupOrSpelling_AreSeen(string xml)
    {
        Assert.Equal(["Helpline.Core"], ProjectFile.References(xml));
    }

    [Theory]
    [InlineData("""<Project><ItemGroup><Reference Include="Helpline.Core" /></ItemGroup></Project>""")]
    [InlineData("""<Project><ItemGroup><Compile Include="../Helpline.Core/**/*.cs" /></ItemGroup></Project>""")]
    public void SideDoors_AssemblyOrForeignFile_AreSeen(string xml)
    {
        Assert.NotEmpty(ProjectFile.SideDoors(xml));
    }
}
