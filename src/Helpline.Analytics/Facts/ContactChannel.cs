using System.Text.Json.Serialization;

namespace Helpline.Analytics.Facts;

/// <summary>How the contact arrived.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactChannel>))]
public enum ContactChannel
{
    /// <summary>A phone call.</summary>
    Voice,

    /// <summary>A promise to ring back that fell due.</summary>
    Callback,

    /// <summary>A question in writing.</summary>
    Enquiry,
}
