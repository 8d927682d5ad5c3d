namespace Helpline.Core.Updates;

/// <summary>Which skills an adviser has lost for a while because of unread news: a pure rule.</summary>
public static class SkillCurrency
{
    /// <summary>The skills that depend on something the adviser should have acknowledged by now.</summary>
    /// <param name="mustReads">What must be read.</param>
    /// <param name="arrivals">When each was first served here, UTC; what is missing has just come.</param>
    /// <param name="acknowledged">What the adviser has acknowledged.</param>
    /// <param name="joinedAt">When the adviser joined, UTC: nobody could read before.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="days">Days allowed.</param>
    public static IReadOnlySet<string> OutOfDate(
        IEnumerable<MustRead> mustReads,
        IReadOnlyDictionary<string, DateTime> arrivals,
        IReadOnlySet<string> acknowledged,
        DateTime joinedAt,
        DateTime now,
        int days)
    {
        var lost = new HashSet<string>(StringComparer.Ordinal);
        foreach (var update in mustReads.Where(u => !acknowledged.Contains(u.Id)))
        {
            if (arrivals.TryGetValue(update.Id, out var arrived) && DueAt(arrived, joinedAt, days) <= now)
            {
                lost.UnionWith(update.SkillIds);
            }
        }

        return lost;
    }

    /// <summary>When an update has to be acknowledged by, UTC.</summary>
    public static DateTime DueAt(DateTime arrivedAt, DateTime joinedAt, int days) => (arrivedAt > joinedAt ? arrivedAt : joinedAt).AddDays(days);
}
