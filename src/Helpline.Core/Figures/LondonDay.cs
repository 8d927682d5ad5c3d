using Helpline.Core.Common;

namespace Helpline.Core.Figures;

/// <summary>A calendar day in London as the span of UTC moments it is: 23, 24 or 25 hours long.</summary>
/// <param name="Date">The date.</param>
public readonly record struct LondonDay(DateOnly Date)
{
    /// <summary>Its first moment, UTC.</summary>
    public DateTime FromUtc => Date.LondonMidnightUtc();

    /// <summary>The first moment of the next day, UTC; not part of this one.</summary>
    public DateTime UntilUtc => Date.AddDays(1).LondonMidnightUtc();

    /// <summary>The day in London that it is now.</summary>
    public static LondonDay Today(TimeProvider time) => new(time.LondonToday());
}
