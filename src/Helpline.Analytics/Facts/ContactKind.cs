using System.Text.Json.Serialization;

namespace Helpline.Analytics.Facts;

/// <summary>How the contact ended, for counting.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactKind>))]
public enum ContactKind
{
    /// <summary>An adviser took it.</summary>
    Answered,

    /// <summary>The enquirer left at or after the short-abandon limit.</summary>
    Abandoned,

    /// <summary>The enquirer left before the short-abandon limit; reported apart.</summary>
    ShortAbandoned,
}
