using System.Text.Json.Serialization;

namespace Helpline.Analytics.Facts;

/// <summary>Talk, hold and wrap-up together. Limits are inclusive.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandlingBand>))]
public enum HandlingBand
{
    /// <summary>No adviser took it.</summary>
    NotHandled,

    /// <summary>0 to 300 seconds.</summary>
    UpTo5Minutes,

    /// <summary>301 to 600 seconds.</summary>
    UpTo10Minutes,

    /// <summary>601 to 1,200 seconds.</summary>
    UpTo20Minutes,

    /// <summary>1,201 to 1,800 seconds.</summary>
    UpTo30Minutes,

    /// <summary>1,801 to 3,600 seconds.</summary>
    UpTo60Minutes,

    /// <summary>More than 3,600 seconds.</summary>
    Over60Minutes,
}
