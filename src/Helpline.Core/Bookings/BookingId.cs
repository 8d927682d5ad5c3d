using Helpline.Core.Common;

namespace Helpline.Core.Bookings;

/// <summary>Names one booked call.</summary>
/// <param name="Value">The identifier as stored.</param>
public readonly record struct BookingId(Guid Value)
{
    /// <summary>A new identifier.</summary>
    public static BookingId New() => new(Ids.New());

    /// <summary>Reads the text form; false when it is not one.</summary>
    public static bool TryParse(string? text, out BookingId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new(value);
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
