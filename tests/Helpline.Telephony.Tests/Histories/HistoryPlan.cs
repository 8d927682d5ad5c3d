namespace Helpline.Telephony.Tests.Histories;

/// <summary>A history before it happens: all that chance decides is drawn from the seed, so that it can be told again.</summary>
/// <param name="Seed">The seed; also the telephone service's.</param>
/// <param name="Weather">How the network is at the beginning: 0 faultless, 1 now and then a fault, 2 the worst.</param>
/// <param name="Open">Whether it begins in opening hours.</param>
/// <param name="Acts">What happens.</param>
internal sealed record HistoryPlan(int Seed, int Weather, bool Open, IReadOnlyList<HistoryAct> Acts)
{
    private const int LongestPause = 45;

    private static readonly (ActKind Kind, int Weight)[] Weights =
    [
        (ActKind.Ring, 5),
        (ActKind.RingThrough, 16),
        (ActKind.Wait, 3),
        (ActKind.Key, 4),
        (ActKind.Speak, 2),
        (ActKind.KeepPlace, 7),
        (ActKind.LeaveMessage, 4),
        (ActKind.HangUp, 4),
        (ActKind.ParentPhone, 3),
        (ActKind.Available, 8),
        (ActKind.Away, 4),
        (ActKind.Offline, 1),
        (ActKind.Accept, 6),
        (ActKind.Willing, 2),
        (ActKind.Decline, 3),
        (ActKind.Softphone, 4),
        (ActKind.ConsoleDies, 2),
        (ActKind.ConsoleReturns, 2),
        (ActKind.Hold, 4),
        (ActKind.Resume, 3),
        (ActKind.Record, 6),
        (ActKind.PauseRecording, 2),
        (ActKind.ResumeRecording, 1),
        (ActKind.StopRecording, 1),
        (ActKind.DeleteRecording, 1),
        (ActKind.Consult, 2),
        (ActKind.ConsultFree, 8),
        (ActKind.CancelConsult, 2),
        (ActKind.LeaveConsult, 2),
        (ActKind.HandOver, 4),
        (ActKind.RingOutside, 5),
        (ActKind.SendOutsideAway, 1),
        (ActKind.LeaveWithOutside, 3),
        (ActKind.EndTogether, 1),
        (ActKind.PassToColleague, 3),
        (ActKind.PassToQueue, 2),
        (ActKind.WantHelp, 1),
        (ActKind.End, 4),
        (ActKind.EndWithoutEnquiry, 2),
        (ActKind.WrapUp, 6),
        (ActKind.HandBack, 1),
        (ActKind.Monitor, 5),
        (ActKind.StopMonitoring, 2),
        (ActKind.Reroute, 1),
        (ActKind.Move, 2),
        (ActKind.Reserve, 2),
        (ActKind.SetAside, 1),
        (ActKind.EndWrapUp, 1),
        (ActKind.Weather, 2),
        (ActKind.Restart, 1),
        (ActKind.Crash, 1),
        (ActKind.TakeNext, 6),
    ];

    private static readonly int Total = Weights.Sum(w => w.Weight);

    /// <summary>Draws a history. It begins with advisers at work and somebody ringing, or little would happen.</summary>
    public static HistoryPlan Draw(int seed)
    {
        var random = new Random(seed);
        var weather = random.Next(10) switch
        {
            < 4 => 0,
            < 7 => 1,
            _ => 2,
        };
        var isOpen = random.Next(12) != 0;
        // With somebody waiting for everybody who is free no colleague is ever free.
        var isCalm = random.Next(2) == 0;
        List<HistoryAct> acts = [Act(random, ActKind.Willing) with { Pause = 0 }];
        for (var adviser = random.Next(3); adviser < 3; adviser++)
        {
            acts.Add(Act(random, ActKind.Available) with { A = adviser });
        }

        acts.Add(Act(random, ActKind.RingThrough));
        for (var left = random.Next(10, 36); left > 0; left--)
        {
            var kind = Kind(random);
            var act = Act(random, isCalm && kind == ActKind.RingThrough && random.Next(3) > 0 ? ActKind.Available : kind);
            acts.Add(act);
            // Acts that have to follow each other on one call would hardly ever be drawn so.
            if (Next(random, act.Kind) is { } next && random.Next(2) == 0)
            {
                acts.Add(new(ActKind.Wait, 0, 0, act.Kind == ActKind.ConsultFree ? 20 : 10));
                acts.Add(Act(random, next) with { A = act.A });
            }
        }

        return new(seed, weather, isOpen, acts);
    }

    private static ActKind? Next(Random random, ActKind kind) => kind switch
    {
        ActKind.RingOutside => ActKind.LeaveWithOutside,
        ActKind.Away => ActKind.TakeNext,
        ActKind.ConsultFree => random.Next(3) == 0 ? ActKind.LeaveConsult : ActKind.HandOver,
        ActKind.Record => random.Next(2) == 0 ? ActKind.ConsultFree : ActKind.PauseRecording,
        _ => null,
    };

    private static ActKind Kind(Random random)
    {
        var drawn = random.Next(Total);
        return Weights.First(w => (drawn -= w.Weight) < 0).Kind;
    }

    // Most acts follow soon upon each other; some come when everything has settled.
    private static HistoryAct Act(Random random, ActKind kind)
    {
        var pause = random.Next(10) switch
        {
            < 2 => 0,
            < 5 => random.Next(1, 4),
            < 9 => random.Next(4, 15),
            _ => random.Next(15, LongestPause),
        };
        return new(kind, random.Next(1000), random.Next(1000), kind == ActKind.Ring ? pause + 12 : pause);
    }
}
