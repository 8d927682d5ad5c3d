using System.ComponentModel.DataAnnotations;

namespace Helpline.Core.Hours;

/// <summary>How soon an enquiry is answered (section <c>ReplyPromise</c>).</summary>
public sealed class ReplyPromiseOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string SectionName = "ReplyPromise";

    /// <summary>Working days after the day an enquiry arrives, by the end of which it is answered.</summary>
    [Range(1, 60)]
    public int WorkingDays { get; set; } = 5;
}
