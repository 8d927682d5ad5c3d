using Helpline.Core.Common;

namespace Helpline.Core.Surges;

/// <summary>
/// For a while more people ask than we can answer as usual, and what is promised everywhere is changed. It ends when it is switched off or by itself at its
/// time. Moments are UTC. At most one is open: a unique filtered index.
/// </summary>
public sealed class Surge : Entity
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 200;

    /// <summary>Longest banner, in characters.</summary>
    public const int BannerLength = 300;

    /// <summary>Most working days that may be promised.</summary>
    public const int MostWorkingDays = 60;

    /// <summary>Largest quota.</summary>
    public const int MostCallbacks = 10_000;

    /// <summary>The longest a surge may last before somebody must decide again, in days.</summary>
    public const int LongestDays = 31;

    /// <summary>A time limit at most this many days ahead is urgent: its callers are put through and its replies promised as usual.</summary>
    public const int UrgentDays = 14;

    private Surge()
    {
    }

    /// <summary>Names it.</summary>
    public SurgeId Id { get; private init; }

    /// <summary>Always 1: what the index that allows one open surge stands on.</summary>
    public int Slot { get; private init; } = 1;

    /// <summary>When it was switched on.</summary>
    public DateTime StartedAt { get; private init; }

    /// <summary>The account that switched it on.</summary>
    public Guid StartedBy { get; private init; }

    /// <summary>Why, in words for colleagues.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When it ends by itself.</summary>
    public DateTime Until { get; private set; }

    /// <summary>What the public site says; null for nothing.</summary>
    public string? Banner { get; private set; }

    /// <summary>Working days promised for a written reply; null for the usual.</summary>
    public int? ReplyWorkingDays { get; private set; }

    /// <summary>Whether callers are asked if something has to be sent soon.</summary>
    public bool DeadlinesOnly { get; private set; }

    /// <summary>The most places kept in each period; null for any number.</summary>
    public int? CallbackQuota { get; private set; }

    /// <summary>Whether the period is an hour; otherwise a day in London.</summary>
    public bool QuotaIsHourly { get; private set; }

    /// <summary>When it was switched off, or found to be over; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Switches one on.</summary>
    public static Surge Start(SurgeTerms terms, Guid by, DateTime now)
    {
        var surge = new Surge { Id = SurgeId.New(), StartedAt = now, StartedBy = by };
        surge.Change(terms, now);
        return surge;
    }

    /// <summary>Whether it holds at a moment.</summary>
    public bool HoldsAt(DateTime now) => EndedAt is null && Until > now;

    /// <summary>Changes what it changes.</summary>
    public void Change(SurgeTerms terms, DateTime now)
    {
        if (EndedAt is not null)
        {
            throw new RuleBrokenException("surge.ended");
        }

        (Reason, Until, Banner, ReplyWorkingDays) = (terms.Reason, terms.Until, terms.Banner, terms.ReplyWorkingDays);
        (DeadlinesOnly, CallbackQuota, QuotaIsHourly) = (terms.DeadlinesOnly, terms.CallbackQuota, terms.QuotaIsHourly);
        Raise(new SurgeChanged { At = now, SurgeId = Id });
    }

    /// <summary>Ends it: now, or at the time at which it was over by itself.</summary>
    public void End(DateTime now)
    {
        EndedAt = Until < now ? Until : now;
        Raise(new SurgeChanged { At = now, SurgeId = Id });
    }

    /// <summary>The start (UTC) of the period a moment falls in: the hour, or the day in London.</summary>
    public static DateTime PeriodOf(DateTime now, bool hourly) =>
        hourly ? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour)) : DateOnly.FromDateTime(now.ToLondon()).LondonMidnightUtc();
}
