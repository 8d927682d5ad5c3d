using Helpline.Core.Advisers;
using Helpline.Core.Common;

namespace Helpline.Core.Routing;

/// <summary>
/// For a while, waiting contacts of one topic group need another skill, or none. It ends when it is switched off or by itself at its time. Moments
/// are UTC. At most one is open for each group: a unique filtered index.
/// </summary>
public sealed class Reroute : Entity
{
    private Reroute()
    {
    }

    /// <summary>Names it.</summary>
    public RerouteId Id { get; private init; }

    /// <summary>The topic group that is sent elsewhere.</summary>
    public string FromSkillId { get; private init; } = "";

    /// <summary>The skill that will do instead; null for everyone.</summary>
    public string? ToSkillId { get; private init; }

    /// <summary>When it began.</summary>
    public DateTime StartedAt { get; private init; }

    /// <summary>Who switched it on.</summary>
    public AdviserId StartedBy { get; private init; }

    /// <summary>When it ends by itself; null until it is switched off.</summary>
    public DateTime? Until { get; private init; }

    /// <summary>When it was switched off, or found to be over; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Who switched it off; null when it ended by itself.</summary>
    public AdviserId? EndedBy { get; private set; }

    /// <summary>Switches one on.</summary>
    public static Reroute Start(string fromSkillId, string? toSkillId, DateTime? until, AdviserId by, DateTime now)
    {
        var reroute = new Reroute
        {
            Id = RerouteId.New(),
            FromSkillId = fromSkillId,
            ToSkillId = toSkillId,
            StartedAt = now,
            StartedBy = by,
            Until = until,
        };
        reroute.Raise(new RerouteChanged { At = now, RerouteId = reroute.Id, By = ProcessContext.By(by), IsOn = true });
        return reroute;
    }

    /// <summary>Whether it holds at a moment.</summary>
    public bool HoldsAt(DateTime now) => EndedAt is null && (Until is null || Until > now);

    /// <summary>Ends it; null when its time is over and nobody switched it off.</summary>
    public void End(AdviserId? by, DateTime now)
    {
        if (EndedAt is not null)
        {
            throw new RuleBrokenException("reroute.ended");
        }

        EndedAt = by is null && Until < now ? Until : now;
        EndedBy = by;
        Raise(new RerouteChanged { At = now, RerouteId = Id, By = by is { } id ? ProcessContext.By(id) : ProcessContext.System, IsOn = false });
    }
}
