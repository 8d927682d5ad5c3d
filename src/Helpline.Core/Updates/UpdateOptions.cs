using System.ComponentModel.DataAnnotations;

namespace Helpline.Core.Updates;

/// <summary>Section <c>Updates</c>, validated at start.</summary>
public sealed class UpdateOptions
{
    /// <summary>Days an adviser has to acknowledge what must be read, before the skills that depend on it are out of date.</summary>
    [Range(1, 365)]
    public int AcknowledgeWithinDays { get; set; } = 14;
}
