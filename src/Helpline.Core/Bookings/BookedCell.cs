using Helpline.Core.Advisers;
using Helpline.Core.Common;

namespace Helpline.Core.Bookings;

/// <summary>
/// Half an hour of the rota that a booking takes up. Three unique indexes keep it from being sold twice, whoever writes at the same time: the
/// adviser, the seat among all, and the seat among those with the skill.
/// </summary>
public sealed class BookedCell
{
    /// <summary>Names the row.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The booking.</summary>
    public BookingId BookingId { get; internal init; }

    /// <summary>When the half hour begins, UTC.</summary>
    public DateTime CellAt { get; internal init; }

    /// <summary>The adviser whose time is counted; another may ring.</summary>
    public AdviserId AdviserId { get; internal init; }

    /// <summary>The seat among all that may be booked at the time, from 0.</summary>
    public int Seat { get; internal init; }

    /// <summary>The skill the booking needs; null for none.</summary>
    public string? SkillId { get; internal init; }

    /// <summary>The seat among those with the skill, from 0.</summary>
    public int SkillSeat { get; internal init; }
}
