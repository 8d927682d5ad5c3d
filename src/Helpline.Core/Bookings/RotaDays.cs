using Helpline.Core.Advisers;
using Helpline.Core.Common;

namespace Helpline.Core.Bookings;

/// <summary>When an adviser usually works on a day of the week.</summary>
public sealed class RotaWeekday : Entity
{
    private RotaWeekday()
    {
    }

    /// <summary>Whose.</summary>
    public AdviserId AdviserId { get; private init; }

    /// <summary>The day of the week.</summary>
    public DayOfWeek Weekday { get; private init; }

    /// <summary>The hours; see <see cref="RotaHours"/>.</summary>
    public string Hours { get; internal set; } = "";

    internal static RotaWeekday For(AdviserId adviserId, DayOfWeek weekday, string hours) => new() { AdviserId = adviserId, Weekday = weekday, Hours = hours };
}

/// <summary>A date on which an adviser works other hours than usual, or none.</summary>
public sealed class RotaException : Entity
{
    private RotaException()
    {
    }

    /// <summary>Whose.</summary>
    public AdviserId AdviserId { get; private init; }

    /// <summary>The day, in London.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>The hours; empty when not at work; see <see cref="RotaHours"/>.</summary>
    public string Hours { get; internal set; } = "";

    internal static RotaException For(AdviserId adviserId, DateOnly day, string hours) => new() { AdviserId = adviserId, Day = day, Hours = hours };
}
