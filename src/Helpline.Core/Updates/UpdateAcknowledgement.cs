using Helpline.Core.Advisers;

namespace Helpline.Core.Updates;

/// <summary>An adviser has read an update.</summary>
public sealed class UpdateAcknowledgement
{
    /// <summary>The update.</summary>
    public string UpdateId { get; internal init; } = "";

    /// <summary>The adviser.</summary>
    public AdviserId AdviserId { get; internal init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; internal init; }
}
