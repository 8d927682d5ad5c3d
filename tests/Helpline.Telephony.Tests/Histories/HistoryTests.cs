using System.Diagnostics;
using System.Globalization;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>
/// Random histories of callers, advisers, crashes and network faults. HELPLINE_HISTORIES says how many and HELPLINE_HISTORY_FROM from which
/// seed; HELPLINE_HISTORY_SEED tells one again, HELPLINE_HISTORY_SHORTEN=1 looks for the fewest acts that fail;
/// HELPLINE_HISTORY_LOG is a file to which a long run says how far it has come.
/// </summary>
public class HistoryTests
{
    private const int Usual = 60;
    private const int EnoughToCount = 20;
    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task Histories_AtRandom_KeepEveryPromise()
    {
        if (Figure("HELPLINE_HISTORY_SEED") is { } seed)
        {
            await HistoryTeller.AloneAsync(HistoryPlan.Draw(seed));
            return;
        }

        var asked = Figure("HELPLINE_HISTORIES");
        var clock = Stopwatch.StartNew();
        var (told, depths) = await HistoryTeller.TellAsync(
            Figure("HELPLINE_HISTORY_FROM") ?? 1, asked ?? Usual, () => asked is not null || clock.Elapsed < UsualTime);

        TestContext.Current.SendDiagnosticMessage($"{told} histories in {clock.Elapsed.TotalSeconds:0} s: {depths}");
        Assert.True(told > 0);
        Assert.True(told < EnoughToCount || depths.Share(HistoryDepth.Conversation) > 0.5, $"few come to a conversation: {depths}");
    }

    private static int? Figure(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : null;
}
