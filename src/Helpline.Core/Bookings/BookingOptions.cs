using System.ComponentModel.DataAnnotations;

namespace Helpline.Core.Bookings;

/// <summary>The numbers of booked calls (section <c>Bookings</c>), validated at start.</summary>
public sealed class BookingOptions : IValidatableObject
{
    /// <summary>The length of a usual call; whole half hours.</summary>
    [Range(typeof(TimeSpan), "00:30:00", "02:00:00")]
    public TimeSpan Length { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The length of a call about a tribunal matter; whole half hours.</summary>
    [Range(typeof(TimeSpan), "00:30:00", "03:00:00")]
    public TimeSpan TribunalLength { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>The topic groups, by their ids in the taxonomy, that are tribunal matters. Empty means none.</summary>
    public string[] TribunalGroups { get; set; } = ["disputes-and-appeals"];

    /// <summary>The share of the advisers on duty, in all and with the needed skill, who may be booked at a time; rounded down, so that the line stays answered.</summary>
    [Range(0.05, 0.9)]
    public double Share { get; set; } = 0.5;

    /// <summary>How many days ahead, today counted, a call can be booked.</summary>
    [Range(7, 60)]
    public int DaysAhead { get; set; } = 14;

    /// <summary>How long before its beginning a slot is offered no more.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "2.00:00:00")]
    public TimeSpan Notice { get; set; } = TimeSpan.FromHours(2);

    /// <summary>When so much time after the booked one nobody has rung, the parent gets a text that we are late.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many calls may be booked at once for one number.</summary>
    [Range(1, 10)]
    public int MostForOneNumber { get; set; } = 2;

    /// <summary>Whether a topic group is a tribunal matter.</summary>
    public bool IsTribunal(string? topicGroupId) => topicGroupId is not null && TribunalGroups.Contains(topicGroupId, StringComparer.Ordinal);

    /// <summary>How long a call about a topic group is.</summary>
    public TimeSpan LengthFor(string? topicGroupId) => IsTribunal(topicGroupId) ? TribunalLength : Length;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Length.Ticks % SlotPlan.Cell.Ticks != 0 || TribunalLength.Ticks % SlotPlan.Cell.Ticks != 0)
        {
            yield return new ValidationResult("Bookings:Length and Bookings:TribunalLength must be whole half hours.");
        }
    }
}
