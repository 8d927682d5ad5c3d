using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>A telephone or softphone whose owner may take to being rung differently each time.</summary>
/// <param name="presses">Whether it is a telephone, whose owner presses 1 when asked to, rather than a softphone.</param>
/// <param name="like">Whose mood it shares: the softphone of an adviser's own telephone.</param>
internal sealed class HistoryPhone(bool presses, HistoryPhone? like = null) : ISimulatedAdviserLeg
{
    private int mood;

    /// <summary>0 answers at once, 1 late; 2 rejects, 3 ignores, 4 fails; 5 answers and is a machine, or hangs up soon.</summary>
    public int Mood
    {
        get => like?.Mood ?? mood;
        set => mood = value;
    }

    public bool IsMachine => presses && Mood == 5;

    public FarEndReaction Ring(SimulatedCall leg) => new(
        Mood switch
        {
            2 => FarEndReactionKind.Reject,
            3 => FarEndReactionKind.Ignore,
            4 => FarEndReactionKind.Fail,
            _ => FarEndReactionKind.Answer,
        },
        TimeSpan.FromSeconds(Mood == 1 ? 8 : 1));

    public async Task TalkAsync(FarEndLine line, CancellationToken hungUp)
    {
        if (Mood == 5)
        {
            await line.PauseAsync(TimeSpan.FromSeconds(9), hungUp);
            line.HangUp();
        }
        else if (presses)
        {
            await line.WhenAskedAsync(hungUp);
            await line.PauseAsync(TimeSpan.FromSeconds(1), hungUp);
            await line.PressAsync("1", hungUp);
        }
    }
}
