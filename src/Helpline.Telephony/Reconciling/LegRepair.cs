using Helpline.Core.Calls;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Telephony.Control;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Rest;

namespace Helpline.Telephony.Reconciling;

/// <summary>Compares the colleagues, supervisors and people from outside we believe to be in a room with who is there. True when something was done.</summary>
internal sealed class LegRepair(CallService calls, LegService legs, OwnPhoneRepair ownPhones, TwilioCallControl control)
{
    /// <summary>How long an outside number may ring before it is taken for lost.</summary>
    public static readonly TimeSpan OutsideTime = TimeSpan.FromSeconds(TwilioCallControl.OutsideRingSeconds + TwilioCallControl.RingBufferSeconds + 5);

    /// <summary>Compares and acts. <paramref name="there"/> was read before, so that a leg made since is not taken for lost.</summary>
    public async Task<bool> RunAsync(CallRef call, IReadOnlyList<ParticipantResource> there, CancellationToken cancellationToken)
    {
        var did = false;
        var ours = await legs.OfAsync(call, cancellationToken);
        foreach (var leg in ours)
        {
            did |= await OneAsync(leg, there.FirstOrDefault(t => t.Label == Labels.Of(leg) && TwilioRooms.IsIn(t)), cancellationToken);
        }

        var wanted = ours.Select(Labels.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var stray in there.Where(t => TwilioRooms.IsIn(t) && t.Label is { } label && IsFurther(label) && !wanted.Contains(label)))
        {
            did |= await DropStrayAsync(stray, cancellationToken);
        }

        return did;
    }

    private async Task<bool> OneAsync(RoomLegRef leg, ParticipantResource? there, CancellationToken cancellationToken)
    {
        switch (leg.State)
        {
            case RoomLegState.Ringing when there is not null:
                await legs.JoinedAsync(leg.Id, there.CallSid, cancellationToken);
                return true;
            case RoomLegState.Ringing or RoomLegState.InRoom when there is null && await IsOverdueAsync(leg, cancellationToken):
                await control.DropLegAsync(leg, cancellationToken);
                return await legs.GoneAsync(leg.Id, cancellationToken);
            case RoomLegState.InRoom when there is not null && leg.Mode is { } mode && Differs(there, mode):
                return await control.SetMonitorAsync(leg, mode, cancellationToken) == CallControlOutcome.Done;
            case RoomLegState.Ringing or RoomLegState.InRoom or RoomLegState.Ended:
                return false;
        }

        return false;
    }

    private async Task<bool> IsOverdueAsync(RoomLegRef leg, CancellationToken cancellationToken) =>
        await legs.WasAskedBeforeAsync(leg.Id, leg.Kind == RoomLegKind.Outside ? OutsideTime : CallRepair.LineTime, cancellationToken)
        && !(leg.State == RoomLegState.Ringing && await ownPhones.MayStillComeAsync(leg, cancellationToken));

    private static bool Differs(ParticipantResource there, MonitorMode mode) => mode switch
    {
        MonitorMode.Listen => !there.Muted,
        MonitorMode.Whisper => there.Muted || !there.Coaching,
        MonitorMode.Join => there.Muted || there.Coaching,
    };

    private static bool IsFurther(string label) => Labels.TryOffer(label, out _) || Labels.TryNamed(label, out _);

    // The adviser's own leg is no stray; who has the call may have changed since it was read.
    private async Task<bool> DropStrayAsync(ParticipantResource stray, CancellationToken cancellationToken)
    {
        if (Labels.TryOffer(stray.Label!, out OfferId offer)
            && (await calls.FindByOfferAsync(offer, cancellationToken) is not null || await legs.FindAsync(offer, cancellationToken) is { State: not RoomLegState.Ended }))
        {
            return false;
        }

        await control.DropAsync(stray.CallSid, cancellationToken);
        return true;
    }
}
