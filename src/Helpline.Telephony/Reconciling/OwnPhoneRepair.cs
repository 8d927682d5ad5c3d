using Helpline.Core.Advisers;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Telephony.Rest;

namespace Helpline.Telephony.Reconciling;

/// <summary>
/// Whether a line that is not in the room yet may be a telephone that still rings or asks for the key. Where the adviser is rung is what they chose
/// last: one who goes back to the browser meanwhile is waited for no longer than a browser is.
/// </summary>
internal sealed class OwnPhoneRepair(OwnPhoneService phones, LegService legs, TwilioRestClient rest)
{
    /// <summary>An adviser's line. <paramref name="age"/> is the time since it was asked for.</summary>
    public async Task<bool> MayStillComeAsync(OfferId offer, string? legId, TimeSpan age, CancellationToken cancellationToken) =>
        age <= CallRepair.OwnPhoneTime && await phones.IsUsedForAsync(offer, cancellationToken) && !await IsOverAsync(legId, cancellationToken);

    /// <summary>As for an adviser's; of a colleague's or supervisor's.</summary>
    public async Task<bool> MayStillComeAsync(RoomLegRef leg, CancellationToken cancellationToken) =>
        leg.Number is null
        && await phones.IsUsedByAsync(leg.AdviserId, cancellationToken)
        && !await legs.WasAskedBeforeAsync(leg.Id, CallRepair.OwnPhoneTime, cancellationToken)
        && !await IsOverAsync(leg.ProviderLegId, cancellationToken);

    // A leg whose name never came may have been made all the same.
    private async Task<bool> IsOverAsync(string? legId, CancellationToken cancellationToken) =>
        legId is not null && (await rest.FindCallAsync(legId, cancellationToken) is not { } leg || leg.Status.IsOver());
}
