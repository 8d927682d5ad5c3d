using System.Text.Json.Serialization;

namespace Helpline.Analytics.Figures;

/// <summary>What the rows of a satisfaction table are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SatisfactionDimension>))]
public enum SatisfactionDimension
{
    /// <summary>One row, all contacts.</summary>
    All,

    /// <summary>How contacts arrived.</summary>
    Channel,

    /// <summary>Topic groups.</summary>
    TopicGroup,

    /// <summary>Regions, by GSS code.</summary>
    Region,
}
