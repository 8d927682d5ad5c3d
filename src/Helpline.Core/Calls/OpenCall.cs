using Helpline.Core.Advisers;
using Helpline.Core.Routing;

namespace Helpline.Core.Calls;

/// <summary>A call that is not over, as we believe it to be.</summary>
/// <param name="Call">The call.</param>
/// <param name="OfferId">The accepted offer behind the adviser's leg.</param>
/// <param name="AdviserId">The adviser who has the contact.</param>
/// <param name="StateSince">Since when it is in its state, UTC.</param>
/// <param name="OnHold">Whether the caller is on hold.</param>
public sealed record OpenCall(CallRef Call, OfferId? OfferId, AdviserId? AdviserId, DateTime StateSince, bool OnHold);
