using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Routing;

namespace Helpline.Core.Legs;

/// <summary>A further leg as the phone door needs to know it. Nothing personal: a number is that of an organisation.</summary>
/// <param name="Id">The leg.</param>
/// <param name="Call">The call whose room it is in.</param>
/// <param name="Kind">Why it is there.</param>
/// <param name="AdviserId">Whose softphone is rung; of a leg from outside, who asked for it.</param>
/// <param name="OfferId">The offer behind a colleague's leg; its label is made from it.</param>
/// <param name="Mode">What a supervisor does.</param>
/// <param name="ProviderLegId">The provider's name for it, once known.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Number">The outside number that is rung, in E.164; null for staff.</param>
public sealed record RoomLegRef(
    RoomLegId Id, CallRef Call, RoomLegKind Kind, AdviserId AdviserId, OfferId? OfferId, MonitorMode? Mode, string? ProviderLegId, RoomLegState State,
    string? Number)
{
    /// <summary>The reference to a leg as it is now.</summary>
    public static RoomLegRef Of(RoomLeg leg, CallRef call) =>
        new(leg.Id, call, leg.Kind, leg.AdviserId, leg.OfferId, leg.Mode, leg.ProviderLegId, leg.State, leg.Number);
}
