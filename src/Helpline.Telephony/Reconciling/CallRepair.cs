using Helpline.Core.Calls;
using Helpline.Core.Legs;
using Helpline.Telephony.Control;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Rest;

namespace Helpline.Telephony.Reconciling;

/// <summary>Puts one call right whose caller is still on the line. True when something was done.</summary>
internal sealed partial class CallRepair(
    CallService calls, CallLines lines, LegRepair further, OutsideService outside, OwnPhoneRepair ownPhones, TwilioCallControl control, TwilioRooms rooms, TwilioRestClient rest)
{
    /// <summary>How long an adviser's line may take before it has failed: ring time, what Twilio adds, and as much again for callbacks.</summary>
    public static readonly TimeSpan LineTime = TimeSpan.FromSeconds(TwilioCallControl.RingSeconds + TwilioCallControl.RingBufferSeconds + 5);

    /// <summary>The same for an adviser's own telephone, which also asks for a key.</summary>
    public static readonly TimeSpan OwnPhoneTime = TimeSpan.FromSeconds(
        TwilioCallControl.OwnPhoneRingSeconds + TwilioCallControl.RingBufferSeconds + TwilioCallControl.OwnPhoneAskSeconds + 10);

    // A step between two documents, or a list that lags, looks like a difference and is none.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    // Before the queue the caller may still be hearing a sentence or two.
    private static readonly TimeSpan QueueTime = TimeSpan.FromSeconds(30);

    /// <summary>How long a caller may be with somebody from outside and nobody of ours: a line that was forgotten must not go on for ever.</summary>
    public static readonly TimeSpan OutsideAlone = TimeSpan.FromHours(2);

    // The flow's questions take two minutes at most; silence leads on by itself.
    private static readonly TimeSpan FlowTime = TimeSpan.FromMinutes(10);

    /// <summary>Compares and acts. <paramref name="age"/> is the time the call has been in its state.</summary>
    public Task<bool> RunAsync(OpenCall open, TimeSpan age, CancellationToken cancellationToken) => open.Call.State switch
    {
        CallState.InFlow or CallState.Arranging when age > FlowTime => lines.RedirectAsync(open.Call, Paths.Requeue, cancellationToken),
        CallState.Queued when age > QueueTime => QueuedAsync(open.Call, cancellationToken),
        CallState.Connecting or CallState.Bridging when age > LineTime => JoiningAsync(open, age, cancellationToken),
        CallState.Connected when age > Settled => ConnectedAsync(open, cancellationToken),
        CallState.Reconnecting when age > Settled => ReconnectingAsync(open.Call, cancellationToken),
        CallState.WithOutside when age > Settled => WithOutsideAsync(open.Call, age, cancellationToken),
        CallState.Survey when age > Settled => SurveyAsync(open.Call, cancellationToken),
        CallState.InFlow or CallState.Queued or CallState.Connecting or CallState.Bridging or CallState.Connected
            or CallState.Reconnecting or CallState.WithOutside or CallState.Survey or CallState.Voicemail or CallState.Ended
            or CallState.Arranging or CallState.PlaceKept => Task.FromResult(false),
    };

    private async Task<bool> QueuedAsync(CallRef call, CancellationToken cancellationToken)
    {
        if (call.ProviderQueueId is { } known && await rest.FindMemberAsync(known, call.ProviderCallId, cancellationToken) is not null)
        {
            return false;
        }

        await foreach (var queue in rest.ListQueuesAsync(cancellationToken))
        {
            if (queue.FriendlyName == FlowDocuments.Queue
                && await rest.FindMemberAsync(queue.Sid, call.ProviderCallId, cancellationToken) is not null)
            {
                return await calls.NoteQueueAsync(call.ProviderCallId, queue.Sid, cancellationToken);
            }
        }

        return await lines.RedirectAsync(call, Paths.Requeue, cancellationToken);
    }

    private async Task<bool> JoiningAsync(OpenCall open, TimeSpan age, CancellationToken cancellationToken)
    {
        if (open.OfferId is not { } offer)
        {
            return false;
        }

        var legs = await rooms.LegsAsync(open.Call, cancellationToken);
        var adviser = TwilioRooms.Adviser(legs, offer);
        if (adviser is null && open.Call.State == CallState.Connecting && await ownPhones.MayStillComeAsync(offer, open.Call.AdviserLegId, age, cancellationToken))
        {
            return false;
        }

        if (adviser is null)
        {
            await control.ReleaseAdviserAsync(open.Call, cancellationToken);
            await lines.AdviserGoneAsync(offer, cancellationToken);
            return true;
        }

        if (open.Call.State == CallState.Connecting)
        {
            // The news of the join was lost.
            await lines.AdviserJoinedAsync(offer, adviser.CallSid, adviser.ConferenceSid, cancellationToken);
            return true;
        }

        var caller = TwilioRooms.Caller(legs, open.Call);
        if (caller is { Hold: false })
        {
            return await calls.CallerJoinedAsync(open.Call.ProviderCallId, cancellationToken);
        }

        if (open.Call is { RingsCaller: true, RungAt: not null })
        {
            return await RingingAsync(open.Call, offer, age, cancellationToken);
        }

        await lines.BringCallerAsync(open.Call, cancellationToken);
        return true;
    }

    private async Task<bool> ConnectedAsync(OpenCall open, CancellationToken cancellationToken)
    {
        if (open.OfferId is not { } offer)
        {
            return false;
        }

        var legs = await rooms.LegsAsync(open.Call, cancellationToken);
        var caller = TwilioRooms.Caller(legs, open.Call);
        if (caller is null)
        {
            // To move a caller who is talking would end the conversation: a list is not enough to go by.
            return !await IsInRoomAsync(open.Call, cancellationToken) && await lines.RedirectAsync(open.Call, Paths.Bridge, cancellationToken);
        }

        if (TwilioRooms.Adviser(legs, offer) is null)
        {
            await lines.AdviserGoneAsync(offer, cancellationToken);
            return true;
        }

        // Twilio did as asked and its reply was lost: what the page shows is put right at Twilio.
        if (caller.Hold != open.OnHold)
        {
            _ = open.OnHold
                ? await control.HoldAsync(open.Call, cancellationToken)
                : await control.ResumeAsync(open.Call, cancellationToken);
            return true;
        }

        return await further.RunAsync(open.Call, legs, cancellationToken);
    }

    private async Task<bool> WithOutsideAsync(CallRef call, TimeSpan age, CancellationToken cancellationToken)
    {
        if (age > OutsideAlone)
        {
            return await outside.EndTogetherAsync(call.ContactId, cancellationToken) == ConsultOutcome.Done;
        }

        var legs = await rooms.LegsAsync(call, cancellationToken);
        if (TwilioRooms.Caller(legs, call) is not { } caller)
        {
            return !await IsInRoomAsync(call, cancellationToken) && await lines.RedirectAsync(call, Paths.Bridge, cancellationToken);
        }

        return caller.Hold
            ? await control.ResumeAsync(call, cancellationToken) == CallControlOutcome.Done
            : await further.RunAsync(call, legs, cancellationToken);
    }

    private async Task<bool> ReconnectingAsync(CallRef call, CancellationToken cancellationToken)
    {
        var caller = await rooms.CallerAsync(call, cancellationToken);
        if (caller is null)
        {
            return await lines.RedirectAsync(call, Paths.Bridge, cancellationToken);
        }

        if (caller.Hold)
        {
            return false;
        }

        await lines.HoldForReconnectAsync(call, cancellationToken);
        return true;
    }

    private async Task<bool> IsInRoomAsync(CallRef call, CancellationToken cancellationToken) =>
        call.ProviderRoomId is { } room && await rest.FindParticipantAsync(room, call.ProviderCallId, cancellationToken) is not null;

    // Our End was lost: caller and adviser are still in the room.
    private async Task<bool> SurveyAsync(CallRef call, CancellationToken cancellationToken) =>
        await rooms.CallerAsync(call, cancellationToken) is not null
        && await control.EndAsync(call, cancellationToken) == CallControlOutcome.Done;
}
