namespace Helpline.Core.Blocks;

/// <summary>How a block stands. An approved one is over when its time is, with nobody writing.</summary>
public enum BlockStatus
{
    /// <summary>An adviser proposed it; calls still come through.</summary>
    Proposed,

    /// <summary>A supervisor approved it, until a date.</summary>
    Approved,

    /// <summary>A supervisor refused it.</summary>
    Refused,

    /// <summary>A supervisor lifted it early.</summary>
    Lifted,
}
