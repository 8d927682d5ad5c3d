using Helpline.Core.Common;

namespace Helpline.Core.Surges;

/// <summary>How many callbacks were promised in one period of a surge. Two promises at once cannot both be the last: its version refuses one.</summary>
public sealed class SurgeQuotaUse : Entity
{
    private SurgeQuotaUse()
    {
    }

    /// <summary>The surge.</summary>
    public SurgeId SurgeId { get; private init; }

    /// <summary>The start of the period, UTC.</summary>
    public DateTime PeriodStart { get; private init; }

    /// <summary>Callbacks promised in it.</summary>
    public int Promised { get; private set; }

    /// <summary>A period in which none was promised.</summary>
    public static SurgeQuotaUse For(SurgeId surgeId, DateTime periodStart) => new() { SurgeId = surgeId, PeriodStart = periodStart };

    /// <summary>Takes one. False when the quota is used up.</summary>
    public bool Take(int quota)
    {
        if (Promised >= quota)
        {
            return false;
        }

        Promised++;
        return true;
    }
}
