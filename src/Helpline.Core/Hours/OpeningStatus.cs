namespace Helpline.Core.Hours;

/// <summary>Whether a channel is open at a moment. All moments are UTC.</summary>
public abstract record OpeningStatus
{
    private OpeningStatus()
    {
    }

    /// <summary>True when the channel is open.</summary>
    public bool IsOpen => this is Open;

    /// <summary>Open.</summary>
    /// <param name="Until">When this shift ends (UTC).</param>
    public sealed record Open(DateTime Until) : OpeningStatus;

    /// <summary>Outside the weekly hours.</summary>
    /// <param name="OpensAt">When the next shift starts (UTC); null when none does within a year.</param>
    public sealed record Closed(DateTime? OpensAt) : OpeningStatus;

    /// <summary>Closed, for the rest of the day at least, because of the date.</summary>
    /// <param name="Reason">A sentence to show or speak.</param>
    /// <param name="OpensAt">When the next shift starts (UTC); null when none does within a year.</param>
    public sealed record ClosedToday(string Reason, DateTime? OpensAt) : OpeningStatus;
}
