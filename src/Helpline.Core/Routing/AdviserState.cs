using Helpline.Core.Advisers;

namespace Helpline.Core.Routing;

/// <summary>What the policy sees of an adviser.</summary>
/// <param name="Id">The adviser.</param>
/// <param name="Presence">What the adviser declares.</param>
/// <param name="Activity">What the system observes.</param>
/// <param name="ActivitySince">Since when; for an idle adviser, since when idle; UTC.</param>
/// <param name="HeartbeatAt">When the console last said it is alive, UTC.</param>
/// <param name="Skills">Skills with training in date.</param>
/// <param name="DraftMayBeInterrupted">Whether the adviser is writing an answer that a call may interrupt.</param>
public sealed record AdviserState(
    AdviserId Id,
    Presence Presence,
    Activity Activity,
    DateTime ActivitySince,
    DateTime HeartbeatAt,
    IReadOnlySet<string> Skills,
    bool DraftMayBeInterrupted = false);
