using Helpline.Core.Calls;
using Helpline.Core.Recordings;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Options;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Control;

/// <summary>Moves lines at Twilio. What it may have done without our hearing of it comes back by callbacks or the reconciler.</summary>
internal sealed partial class TwilioCallControl(
    TwilioRestClient rest,
    TwilioRooms rooms,
    FlowUrls urls,
    IOptions<TwilioOptions> options,
    IServiceScopeFactory scopes,
    ILogger<TwilioCallControl> logger) : ICallControl
{
    /// <summary>How long an adviser's line rings, in seconds; Twilio adds <see cref="RingBufferSeconds"/>.</summary>
    public const int RingSeconds = 10;

    /// <summary>How long an outside number rings, in seconds; Twilio adds <see cref="RingBufferSeconds"/>.</summary>
    public const int OutsideRingSeconds = 30;

    /// <summary>What Twilio adds to every ring time.</summary>
    public const int RingBufferSeconds = 5;

    /// <inheritdoc/>
    public Task<CallControlOutcome> ConnectAsync(AdviserLeg leg, CancellationToken cancellationToken) => OutcomeAsync(
        "connect",
        async () =>
        {
            if (await OwnPhoneOfAsync(leg.AdviserId, cancellationToken) is { } number)
            {
                var rung = await RingOwnPhoneAsync(number, Labels.Of(leg.OfferId), urls.Leg(leg.OfferId), cancellationToken);
                await NoteAsync(leg, rung, room: null, cancellationToken);
                return CallControlOutcome.Done;
            }

            var made = await rest.CreateParticipantAsync(leg.Call.Room, Request(leg), cancellationToken);
            await NoteAsync(leg, made.CallSid, made.ConferenceSid is { Length: > 0 } room ? room : null, cancellationToken);
            return CallControlOutcome.Done;
        });

    /// <inheritdoc/>
    public Task<CallControlOutcome> HoldAsync(CallRef call, CancellationToken cancellationToken) =>
        HoldAsync(call, Paths.Hold, cancellationToken);

    /// <summary>Holds a caller whose adviser's line was lost: they hear that they are being reconnected.</summary>
    public Task<CallControlOutcome> HoldForReconnectAsync(CallRef call, CancellationToken cancellationToken) =>
        HoldAsync(call, Paths.Reconnecting, cancellationToken);

    /// <inheritdoc/>
    public Task<CallControlOutcome> ResumeAsync(CallRef call, CancellationToken cancellationToken) =>
        UpdateCallerAsync(call, onHold: false, new UpdateParticipant { Hold = false }, cancellationToken);

    /// <inheritdoc/>
    public Task<CallControlOutcome> EndAsync(CallRef call, CancellationToken cancellationToken) => OutcomeAsync(
        "end",
        async () =>
        {
            await InRecordingsAsync(recordings => recordings.StopForAsync(call, cancellationToken));
            await rest.UpdateCallAsync(
                call.ProviderCallId, new UpdateCall { Url = urls.Step(call.ProviderCallId, Paths.Survey) }, cancellationToken);
            return CallControlOutcome.Done;
        });

    /// <inheritdoc/>
    public Task<CallControlOutcome> HangUpAsync(CallRef call, CancellationToken cancellationToken) => OutcomeAsync(
        "hang-up",
        async () =>
        {
            await rest.UpdateCallAsync(call.ProviderCallId, new UpdateCall { End = CallStatus.Completed }, cancellationToken);
            return CallControlOutcome.Done;
        });

    /// <inheritdoc/>
    public Task<CallControlOutcome> ReleaseAdviserAsync(CallRef call, CancellationToken cancellationToken) => OutcomeAsync(
        "release",
        async () =>
        {
            // Without a name for the leg its creation's reply was lost: whoever is in the room as an adviser is meant.
            var legs = call.AdviserLegId is { } known
                ? [known]
                : (await rooms.LegsAsync(call, cancellationToken)).Where(l => Labels.TryOffer(l.Label ?? "", out _)).Select(l => l.CallSid).ToList();
            foreach (var leg in legs)
            {
                await DropAsync(leg, cancellationToken);
            }

            return CallControlOutcome.Done;
        });

    /// <summary>Drops a leg; one that is over already is as good.</summary>
    public async Task<CallControlOutcome> DropAsync(string legId, CancellationToken cancellationToken)
    {
        var outcome = await OutcomeAsync(
            "drop",
            async () =>
            {
                await rest.UpdateCallAsync(legId, new UpdateCall { End = CallStatus.Completed }, cancellationToken);
                return CallControlOutcome.Done;
            });
        return outcome == CallControlOutcome.CallerGone ? CallControlOutcome.Done : outcome;
    }

    private async Task NoteAsync(AdviserLeg leg, string legId, string? room, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CallService>().NoteAdviserLegAsync(leg.OfferId, legId, room, cancellationToken);
    }

    private Task<CallControlOutcome> HoldAsync(CallRef call, string path, CancellationToken cancellationToken) =>
        UpdateCallerAsync(call, onHold: true, new UpdateParticipant { Hold = true, HoldUrl = urls.Room(call.Room, path) }, cancellationToken);

    private Task<CallControlOutcome> UpdateCallerAsync(
        CallRef call, bool onHold, UpdateParticipant update, CancellationToken cancellationToken) => OutcomeAsync(
        "hold",
        async () =>
        {
            var caller = await rooms.CallerAsync(call, cancellationToken);
            if (caller is null)
            {
                var leg = await rest.FindCallAsync(call.ProviderCallId, cancellationToken);
                return leg is null || leg.Status.IsOver() ? CallControlOutcome.CallerGone : CallControlOutcome.Refused;
            }

            await rest.UpdateParticipantAsync(caller.ConferenceSid, caller.CallSid, update, cancellationToken);
            await InRecordingsAsync(recordings => recordings.FollowHoldAsync(call, onHold, cancellationToken));
            return CallControlOutcome.Done;
        });

    private async Task InRecordingsAsync(Func<RecordingService, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<RecordingService>());
    }

    private CreateParticipant Request(AdviserLeg leg) => new()
    {
        To = $"client:{Labels.Identity(leg.AdviserId)}?offer={Labels.Plain(leg.OfferId)}",
        From = options.Value.CallerId,
        Label = Labels.Of(leg.OfferId),
        Timeout = RingSeconds,
        EarlyMedia = false,
        Beep = false,
        StartConferenceOnEnter = true,
        EndConferenceOnExit = false,
        WaitUrl = urls.Room(leg.Call.Room, Paths.AdviserWaiting),
        StatusCallback = urls.Leg(leg.OfferId),
        ConferenceStatusCallback = urls.Room(leg.Call.Room, Paths.Room),
    };

    private async Task<CallControlOutcome> OutcomeAsync(string what, Func<Task<CallControlOutcome>> work)
    {
        try
        {
            return await work();
        }
        catch (TwilioRestException failure) when (failure.Code == TwilioErrorCodes.LabelInUse)
        {
            return CallControlOutcome.Done;
        }
        catch (TwilioRestException failure) when (failure.Code == TwilioErrorCodes.CallNotInProgress)
        {
            return CallControlOutcome.CallerGone;
        }
        catch (TwilioRestException failure)
        {
            LogFailed(what, failure.Failure, failure.Code);
            return failure.Failure switch
            {
                TwilioFailure.Refused or TwilioFailure.Busy or TwilioFailure.Unavailable => CallControlOutcome.Refused,
                TwilioFailure.OutcomeUnknown => CallControlOutcome.Unknown,
            };
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            // Twilio may have done it and our own note of it failed; callbacks bring the news again.
            LogBroken(what, failure.GetType().Name, failure);
            return CallControlOutcome.Unknown;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio: {What} failed ({Failure}, code {Code}).")]
    private partial void LogFailed(string what, TwilioFailure failure, int? code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Twilio: after {What} our own work failed ({Kind}).")]
    private partial void LogBroken(string what, string kind, Exception exception);
}
