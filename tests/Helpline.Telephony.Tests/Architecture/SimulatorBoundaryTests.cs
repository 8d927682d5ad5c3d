using System.Text.RegularExpressions;

namespace Helpline.Telephony.Tests.Architecture;

/// <summary>Nothing in the application may know whether it talks to the simulator: only what puts it together does.</summary>
public sealed partial class SimulatorBoundaryTests
{
    // Registration, the options that choose and check the mode, and in Web the hosting and the page of the pretend phone.
    private static readonly string[] MayKnow =
    [
        "src/Helpline.Telephony/Simulator/", "src/Helpline.Telephony/TelephonyRegistration.cs", "src/Helpline.Telephony/Options/",
        "src/Helpline.Web/Hosting/", "src/Helpline.Web/Pages/Dev/Simulator.cshtml", "src/Helpline.Web/Assets/simulator.ts",
        // A browser has to know which of the two services it registers with.
        "src/Helpline.Telephony/Tokens/ISoftphones.cs", "src/Helpline.Telephony/Tokens/Softphones.cs", "src/Helpline.Web/Assets/voice/", "src/Helpline.Web/Assets/console/softphone",
    ];

    [Fact]
    public void Source_OutsideComposition_NamesNoSimulatorAndNoMode()
    {
        var files = Repository.Files("src", ".cs", ".cshtml", ".ts").ToList();
        var knowing = files.Where(f => !MayKnow.Any(m => f.StartsWith(m, StringComparison.Ordinal))).SelectMany(Hits);

        Assert.Empty(knowing);
        Assert.All(MayKnow, m => Assert.Contains(files, f => f.StartsWith(m, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("if (options.Value.Mode == TwilioMode.Live)", true)]
    [InlineData("var fake = configuration[\"Twilio:Mode\"] != \"Live\";", true)]
    [InlineData("using Helpline.Telephony.Simulator;", true)]
    [InlineData("var simulated = address.Contains(\"/simulator/twilio\");", true)]
    [InlineData("    /// <summary>The simulator answers this too.</summary>", false)]
    [InlineData("await rooms.HoldAsync(call);", false)]
    public void Line_ThatKnowsTheSimulator_IsSeen(string line, bool knows)
    {
        Assert.Equal(knows, Knows(line));
    }

    private static IEnumerable<string> Hits(string file) =>
        from line in Repository.Read(file).Split('\n').Index()
        where Knows(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    // A comment may speak of it.
    private static bool Knows(string line) => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Knowledge().IsMatch(line);

    [GeneratedRegex(@"simulat|TwilioMode|Twilio:Mode", RegexOptions.IgnoreCase)]
    private static partial Regex Knowledge();
}
