using Helpline.Core.Calls;
using Helpline.Core.Legs;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Telephony.Control;

/// <summary>Colleagues, supervisors and people from outside in a call's room.</summary>
internal sealed partial class TwilioCallControl
{
    /// <inheritdoc/>
    public Task<CallControlOutcome> HoldForTransferAsync(CallRef call, CancellationToken cancellationToken) =>
        HoldAsync(call, Paths.Transferring, cancellationToken);

    /// <inheritdoc/>
    public Task<CallControlOutcome> AddLegAsync(RoomLegRef leg, CancellationToken cancellationToken) => OutcomeAsync(
        "add leg",
        async () =>
        {
            var made = leg.Number is null && await OwnPhoneOfAsync(leg.AdviserId, cancellationToken) is { } number
                ? await RingOwnPhoneAsync(number, Labels.Of(leg), StatusCallback(leg), cancellationToken)
                : (await rest.CreateParticipantAsync(leg.Call.ProviderRoomId ?? leg.Call.Room, Request(leg), cancellationToken)).CallSid;
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<LegService>().NoteAsync(leg.Id, made, cancellationToken);
            return CallControlOutcome.Done;
        });

    /// <inheritdoc/>
    public Task<CallControlOutcome> SetMonitorAsync(RoomLegRef leg, MonitorMode mode, CancellationToken cancellationToken) => OutcomeAsync(
        "monitor",
        async () =>
        {
            if (await InRoomAsync(leg, cancellationToken) is not { } there)
            {
                return CallControlOutcome.Refused;
            }

            // One request each: between two of them a whisper could be heard by all.
            var update = mode switch
            {
                MonitorMode.Listen => new UpdateParticipant { Muted = true, Coaching = false },
                MonitorMode.Whisper => new UpdateParticipant { Muted = false, Coaching = true, CallSidToCoach = leg.Call.AdviserLegId },
                MonitorMode.Join => new UpdateParticipant { Muted = false, Coaching = false },
            };
            await rest.UpdateParticipantAsync(there.ConferenceSid, there.CallSid, update, cancellationToken);
            return CallControlOutcome.Done;
        });

    /// <inheritdoc/>
    public async Task<CallControlOutcome> DropLegAsync(RoomLegRef leg, CancellationToken cancellationToken)
    {
        if (leg.ProviderLegId is { } known)
        {
            return await DropAsync(known, cancellationToken);
        }

        // The reply to its creation was lost: it is known by its label.
        ParticipantResource? there = null;
        await OutcomeAsync(
            "find leg",
            async () =>
            {
                there = await InRoomAsync(leg, cancellationToken);
                return CallControlOutcome.Done;
            });
        return there is null ? CallControlOutcome.Unknown : await DropAsync(there.CallSid, cancellationToken);
    }

    private async Task<ParticipantResource?> InRoomAsync(RoomLegRef leg, CancellationToken cancellationToken) =>
        (await rooms.LegsAsync(leg.Call, cancellationToken)).FirstOrDefault(there => there.Label == Labels.Of(leg));

    private string StatusCallback(RoomLegRef leg) => leg.OfferId is { } offer ? urls.Leg(offer) : urls.Named(leg);

    // From outside the adviser hears what the number says before anybody answers: that it is engaged, or a menu.
    private CreateParticipant Request(RoomLegRef leg) => new()
    {
        To = leg.Number ?? $"client:{Labels.Identity(leg.AdviserId)}?leg={Labels.Of(leg)}",
        From = options.Value.CallerId,
        Label = Labels.Of(leg),
        Timeout = leg.Number is null ? RingSeconds : OutsideRingSeconds,
        EarlyMedia = leg.Number is not null,
        Beep = false,
        Muted = leg.Mode is MonitorMode.Listen ? true : null,
        StartConferenceOnEnter = true,
        EndConferenceOnExit = false,
        CallSidToCoach = leg.Mode is MonitorMode.Whisper ? leg.Call.AdviserLegId : null,
        StatusCallback = StatusCallback(leg),
        ConferenceStatusCallback = urls.Room(leg.Call.Room, Paths.Room),
    };
}
