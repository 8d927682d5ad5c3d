namespace Helpline.Core.Surges;

/// <summary>What somebody did with a surge.</summary>
public enum SurgeChangeKind
{
    /// <summary>Switched on.</summary>
    SwitchedOn,

    /// <summary>Changed while it was on.</summary>
    Changed,

    /// <summary>Switched off before its time.</summary>
    SwitchedOff,
}

/// <summary>One entry of the log of surges: who did what, when. It is never changed. Moments are UTC.</summary>
public sealed class SurgeChange
{
    private SurgeChange()
    {
    }

    /// <summary>Names the entry.</summary>
    public Guid Id { get; private init; }

    /// <summary>The surge.</summary>
    public SurgeId SurgeId { get; private init; }

    /// <summary>When.</summary>
    public DateTime At { get; private init; }

    /// <summary>The account.</summary>
    public Guid By { get; private init; }

    /// <summary>What was done.</summary>
    public SurgeChangeKind Kind { get; private init; }

    /// <summary>What the surge changes from then on, in words.</summary>
    public string Terms { get; private init; } = "";

    internal static SurgeChange Of(Surge surge, SurgeChangeKind kind, Guid by, DateTime now) => new()
    {
        Id = Common.Ids.New(),
        SurgeId = surge.Id,
        At = now,
        By = by,
        Kind = kind,
        Terms = SurgeWords.Terms(surge),
    };
}
