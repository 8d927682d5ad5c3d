using System.Text.Json.Serialization;

namespace Helpline.Analytics.Facts;

/// <summary>How long the enquirer waited to be answered or left, from arrival. Limits are inclusive.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitBand>))]
public enum WaitBand
{
    /// <summary>0 to 20 seconds.</summary>
    UpTo20Seconds,

    /// <summary>21 to 60 seconds.</summary>
    UpTo1Minute,

    /// <summary>61 to 120 seconds.</summary>
    UpTo2Minutes,

    /// <summary>121 to 300 seconds.</summary>
    UpTo5Minutes,

    /// <summary>301 to 600 seconds.</summary>
    UpTo10Minutes,

    /// <summary>601 to 1,800 seconds.</summary>
    UpTo30Minutes,

    /// <summary>1,801 to 86,400 seconds.</summary>
    UpTo1Day,

    /// <summary>86,401 to 172,800 seconds.</summary>
    UpTo2Days,

    /// <summary>172,801 to 432,000 seconds.</summary>
    UpTo5Days,

    /// <summary>More than 432,000 seconds.</summary>
    Over5Days,
}
