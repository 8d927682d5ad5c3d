namespace Helpline.Core.Hours;

/// <summary>How opening hours are kept (section <c>Hours</c>). The hours themselves are in content/hours.yaml.</summary>
public sealed class OpeningHoursOptions
{
    /// <summary>The section's name.</summary>
    public const string SectionName = "Hours";

    /// <summary>Takes contacts at any hour, whatever the hours say: for Development, where a newcomer rings at night.</summary>
    public bool AlwaysOpen { get; set; }
}
