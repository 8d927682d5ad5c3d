namespace Helpline.Core.Updates;

/// <summary>How an adviser stands to the updates.</summary>
/// <param name="Acknowledged">The updates acknowledged, with the moment (UTC).</param>
/// <param name="DueAt">When each update that must be read has to be acknowledged by, UTC.</param>
/// <param name="OutOfDate">The skills that are out of date until something is acknowledged.</param>
public sealed record UpdateReading(
    IReadOnlyDictionary<string, DateTime> Acknowledged, IReadOnlyDictionary<string, DateTime> DueAt, IReadOnlySet<string> OutOfDate);
