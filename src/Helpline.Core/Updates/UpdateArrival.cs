namespace Helpline.Core.Updates;

/// <summary>When an update was first served here. The time allowed to read it begins then, not on the day its source gives.</summary>
public sealed class UpdateArrival
{
    /// <summary>Longest id of an update, in characters.</summary>
    public const int IdLength = 120;

    /// <summary>The update.</summary>
    public string UpdateId { get; internal init; } = "";

    /// <summary>Since when, UTC.</summary>
    public DateTime At { get; internal init; }
}
