using System.ComponentModel.DataAnnotations;

namespace Helpline.Core.Recordings;

/// <summary>How long recordings are kept (section <c>Recordings</c>), validated at start.</summary>
public sealed class RecordingOptions
{
    /// <summary>After this the sound is deleted. The fact that the caller agreed stays.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(90);
}
