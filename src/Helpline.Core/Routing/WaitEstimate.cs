namespace Helpline.Core.Routing;

/// <summary>An honest range for a wait, in whole minutes.</summary>
/// <param name="FromMinutes">At least about this long.</param>
/// <param name="ToMinutes">At most about this long.</param>
public readonly record struct WaitEstimate(int FromMinutes, int ToMinutes)
{
    private const int LongestSaid = 120;

    /// <summary>
    /// The wait of whoever stands at a place: so many handling times are spread over the advisers present. Null when nobody is
    /// present or the answer would be over two hours, as any number would then be a guess.
    /// </summary>
    /// <param name="position">Place in the queue, from 1.</param>
    /// <param name="advisersPresent">Advisers who are available, busy or not.</param>
    /// <param name="meanHandling">Mean time from answer to close.</param>
    public static WaitEstimate? For(int position, int advisersPresent, TimeSpan meanHandling)
    {
        if (advisersPresent <= 0 || position <= 0)
        {
            return null;
        }

        var minutes = position * meanHandling.TotalMinutes / advisersPresent;
        var from = RoundDown(minutes * 0.6);
        var to = RoundUp(minutes * 1.4);
        return to > LongestSaid ? null : new WaitEstimate(from, Math.Max(to, from + 1));
    }

    // Up to five minutes to the minute, then in fives: a caller hears no false precision.
    private static int RoundDown(double minutes) => minutes < 5 ? (int)Math.Floor(minutes) : (int)(Math.Floor(minutes / 5) * 5);

    private static int RoundUp(double minutes) => minutes <= 5 ? (int)Math.Ceiling(minutes) : (int)(Math.Ceiling(minutes / 5) * 5);
}
