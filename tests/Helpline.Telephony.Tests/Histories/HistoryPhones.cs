using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>A telephone or softphone whose owner may take to being rung differently each time.</summary>
internal sealed class HistoryPhone(bool isParents) : ISimulatedAdviserLeg
{
    /// <summary>0 answers at once, 1 late; 2 rejects, 3 ignores, 4 fails; 5 answers and is a machine, or hangs up soon.</summary>
    public int Mood { get; set; }

    public bool IsMachine => isParents && Mood == 5;

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
        var mood = Mood;
        if (mood == 5)
        {
            await line.PauseAsync(TimeSpan.FromSeconds(9), hungUp);
            line.HangUp();
        }
        else if (isParents)
        {
            await line.WhenAskedAsync(hungUp);
            await line.PauseAsync(TimeSpan.FromSeconds(1), hungUp);
            await line.PressAsync("1", hungUp);
        }
    }
}
