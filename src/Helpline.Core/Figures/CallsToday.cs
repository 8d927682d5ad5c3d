using Helpline.Core.Contacts;

namespace Helpline.Core.Figures;

/// <summary>The moments of one call that are counted, UTC.</summary>
/// <param name="Status">Where the contact stands.</param>
/// <param name="IsVoicemail">Whether it became a message.</param>
/// <param name="JoinedAt">When it joined the queue; null when the caller rang off before that.</param>
/// <param name="AnsweredAt">When caller and adviser could first talk.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="IsNonData">Whether there was no enquiry.</param>
public readonly record struct CallTimes(
    ContactStatus Status, bool IsVoicemail, DateTime? JoinedAt, DateTime? AnsweredAt, DateTime? EndedAt, DateTime? ClosedAt, bool IsNonData = false);

/// <summary>
/// The calls that reached us on one day (London). A message left is neither answered nor abandoned; a caller who rang off before
/// joining the queue, for instance while we are closed, did not wait and is counted apart.
/// </summary>
public sealed record CallsToday
{
    /// <summary>Calls that were no enquiry (silent, hoax, blocked and the like); in none of the other figures.</summary>
    public required int NonData { get; init; }

    /// <summary>All calls with an enquiry, as far as is known yet.</summary>
    public required int Arrived { get; init; }

    /// <summary>Calls in which caller and adviser talked.</summary>
    public required int Answered { get; init; }

    /// <summary>Of those, how many waited no longer than the threshold.</summary>
    public required int AnsweredWithin { get; init; }

    /// <summary>Callers who gave up in the queue at or after the short-abandon limit.</summary>
    public required int Abandoned { get; init; }

    /// <summary>Callers who gave up in the queue before the short-abandon limit.</summary>
    public required int ShortAbandoned { get; init; }

    /// <summary>Callers who rang off before they joined the queue.</summary>
    public required int LeftBeforeQueue { get; init; }

    /// <summary>Calls that became a message; the reply is counted with written replies.</summary>
    public required int Messages { get; init; }

    /// <summary>Calls that are in none of the counts above: in the flow or waiting.</summary>
    public int UnderWay => Math.Max(0, Arrived - Answered - Abandoned - ShortAbandoned - LeftBeforeQueue - Messages);

    /// <summary>The threshold of the service level.</summary>
    public required TimeSpan Threshold { get; init; }

    /// <summary>The short-abandon limit.</summary>
    public required TimeSpan ShortAbandon { get; init; }

    /// <summary>Mean wait of the answered (ASA), from joining the queue; null when none was answered.</summary>
    public required TimeSpan? MeanWait { get; init; }

    /// <summary>Mean time from answer to close (talk, hold and wrap-up) of the calls closed; null when none is.</summary>
    public required TimeSpan? MeanHandling { get; init; }

    /// <summary>Calls behind <see cref="MeanHandling"/>.</summary>
    public required int Handled { get; init; }

    /// <summary>Answered within the threshold / answered; null when none was answered.</summary>
    public double? ServiceLevelOfAnswered => Share(AnsweredWithin, Answered);

    /// <summary>Answered within the threshold / (answered + abandoned), short abandons left out; null when there is neither.</summary>
    public double? ServiceLevelOfAll => Share(AnsweredWithin, Answered + Abandoned);

    /// <summary>Counts calls.</summary>
    public static CallsToday Of(IReadOnlyCollection<CallTimes> calls, TimeSpan threshold, TimeSpan shortAbandon)
    {
        var all = calls;
        calls = [.. all.Where(c => !c.IsNonData)];
        var spoken = calls.Where(c => !c.IsVoicemail).ToList();
        var answered = spoken.Where(c => c.AnsweredAt is not null).ToList();
        // Who was rung back in vain to the last was not answered either.
        var gone = spoken.Where(c => c is { AnsweredAt: null, Status: ContactStatus.Abandoned or ContactStatus.Closed }).ToList();
        var gaveUp = gone.Where(c => c.JoinedAt is not null).ToList();
        var shortOnes = gaveUp.Count(c => c.EndedAt - c.JoinedAt < shortAbandon);
        var handled = answered.Where(c => c.ClosedAt is not null).ToList();
        return new CallsToday
        {
            NonData = all.Count - calls.Count,
            Arrived = calls.Count,
            Answered = answered.Count,
            AnsweredWithin = answered.Count(c => WaitOf(c) <= threshold),
            Abandoned = gaveUp.Count - shortOnes,
            ShortAbandoned = shortOnes,
            LeftBeforeQueue = gone.Count - gaveUp.Count,
            Messages = calls.Count - spoken.Count,
            Threshold = threshold,
            ShortAbandon = shortAbandon,
            MeanWait = Mean(answered, WaitOf),
            MeanHandling = Mean(handled, c => c.ClosedAt!.Value - c.AnsweredAt!.Value),
            Handled = handled.Count,
        };
    }

    private static TimeSpan WaitOf(CallTimes call) => call.AnsweredAt!.Value - (call.JoinedAt ?? call.AnsweredAt.Value);

    private static TimeSpan? Mean(List<CallTimes> calls, Func<CallTimes, TimeSpan> of) =>
        calls.Count == 0 ? null : TimeSpan.FromTicks((long)calls.Average(c => of(c).Ticks));

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
