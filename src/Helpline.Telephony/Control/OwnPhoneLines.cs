using Helpline.Core.Calls;
using Helpline.Core.Legs;
using Helpline.Telephony.Flow;

namespace Helpline.Telephony.Control;

/// <summary>A room an own telephone is wanted in.</summary>
/// <param name="Call">The call whose room it is.</param>
/// <param name="Mode">What a supervisor does there; null for an adviser and a colleague.</param>
/// <param name="IsFirst">Whether nobody may be there yet, so that something is to be heard until the caller comes.</param>
internal sealed record WantedRoom(CallRef Call, MonitorMode? Mode, bool IsFirst);

/// <summary>Whether an adviser's own telephone, which rings or asks for the key, is still waited for. The leg's label names what it is for.</summary>
internal sealed class OwnPhoneLines(CallService calls, LegService legs, CallLines lines, LegLines further)
{
    /// <summary>The room the leg is to come into; null when nobody waits for it any more, or for another. Keeps the leg's name.</summary>
    public async Task<WantedRoom?> RoomForAsync(string label, string legId, CancellationToken cancellationToken)
    {
        if (Labels.TryNamed(label, out var id))
        {
            return await legs.FindAsync(id, cancellationToken) is { } monitor ? await OfLegAsync(monitor, legId, cancellationToken) : null;
        }

        if (!Labels.TryOffer(label, out var offer))
        {
            return null;
        }

        if (await legs.FindAsync(offer, cancellationToken) is { } colleague)
        {
            return await OfLegAsync(colleague, legId, cancellationToken);
        }

        if (await calls.FindByOfferAsync(offer, cancellationToken) is not { State: CallState.Connecting } call || !IsOf(call.AdviserLegId, legId))
        {
            return null;
        }

        return call.AdviserLegId is not null || await calls.NoteAdviserLegAsync(offer, legId, null, cancellationToken)
            ? new WantedRoom(call, Mode: null, IsFirst: true)
            : null;
    }

    /// <summary>Nobody took the leg: as a line that never came up.</summary>
    public async Task NotTakenAsync(string label, CancellationToken cancellationToken)
    {
        if (!await further.GoneAsync(label, cancellationToken) && Labels.TryOffer(label, out var offer))
        {
            await lines.AdviserGoneAsync(offer, cancellationToken);
        }
    }

    private async Task<WantedRoom?> OfLegAsync(RoomLegRef leg, string legId, CancellationToken cancellationToken)
    {
        // A whisper without the one it is for would be heard by all.
        if (leg.State != RoomLegState.Ringing || !IsOf(leg.ProviderLegId, legId) || leg is { Mode: MonitorMode.Whisper, Call.AdviserLegId: null })
        {
            return null;
        }

        return await legs.NoteAsync(leg.Id, legId, cancellationToken) ? new WantedRoom(leg.Call, leg.Mode, IsFirst: false) : null;
    }

    private static bool IsOf(string? known, string legId) => known is null || known == legId;
}
