using System.Text.RegularExpressions;

namespace Helpline.Telephony.Tests.Architecture;

/// <summary><c>docs/simulator.md</c> says what of the service is simulated, where, and which test shows it. It must be true.</summary>
public sealed partial class CoverageTests
{
    // How many lines of the contract there are in each of its sections 1 to 8.
    private static readonly int[] Lines = [6, 17, 5, 9, 36, 20, 16, 6];

    [Fact]
    public void Table_OfTheSimulator_HasEveryLineOnceInOrder()
    {
        var expected = Lines.Index().SelectMany(s => Enumerable.Range(1, s.Item).Select(i => $"{s.Index + 1}.{i}"));

        Assert.Equal(expected, Rows().Select(r => r.Line));
    }

    [Fact]
    public void Table_OfTheSimulator_NamesFilesThatExist()
    {
        var named = Rows().SelectMany(r => Code().Matches(r.Where).Select(m => $"{r.Line} {m.Groups["name"].Value}")).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, n => !File.Exists(Path.Combine(Repository.Root, "src/Helpline.Telephony", n.Split(' ')[1])));
    }

    [Fact]
    public void Table_OfTheSimulator_NamesTestsThatExist()
    {
        var tests = typeof(CoverageTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0).Select(m => $"{t.Name}.{m.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = Rows().SelectMany(r => Code().Matches(r.Test).Select(m => m.Groups["name"].Value)).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, n => !tests.Contains(n));
    }

    [Fact]
    public void Table_OfTheSimulator_HasATestOrAReasonForEveryLine()
    {
        Assert.DoesNotContain(Rows(), r => !Code().IsMatch(r.Test) && !r.Test.StartsWith("not simulated: ", StringComparison.Ordinal));
    }

    private static List<(string Line, string Where, string Test)> Rows() =>
    [
        .. Row().Matches(Repository.Read("docs/simulator.md"))
            .Select(m => (m.Groups["line"].Value, m.Groups["where"].Value, m.Groups["test"].Value)),
    ];

    [GeneratedRegex(@"^\| (?<line>\d+\.\d+) \| [^|]+ \| (?<where>[^|]+) \| (?<test>[^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Code();
}
