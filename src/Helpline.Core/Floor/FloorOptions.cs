using System.ComponentModel.DataAnnotations;

namespace Helpline.Core.Floor;

/// <summary>Section <c>Floor</c>, validated at start.</summary>
public sealed class FloorOptions
{
    /// <summary>The usual handling time where too few contacts of a topic group have been closed to tell.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "04:00:00")]
    public TimeSpan UsualHandling { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Days looked back for the usual handling time.</summary>
    [Range(1, 365)]
    public int UsualDays { get; set; } = 28;

    /// <summary>Fewer contacts than this do not tell what is usual.</summary>
    [Range(1, 1000)]
    public int UsualFrom { get; set; } = 10;

    /// <summary>A contact is marked as long from this many times the usual.</summary>
    [Range(1.0, 10.0)]
    public double LongFrom { get; set; } = 1.5;
}
