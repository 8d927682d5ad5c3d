using Helpline.Core.Calls;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Control;

/// <summary>
/// Brings caller and adviser together and apart, from whatever the callbacks and the reconciler have seen. The database is asked
/// first and decides; Twilio is told after. Every step may be called again.
/// </summary>
internal sealed partial class CallLines(
    CallService calls,
    ConsultService consults,
    TwilioCallControl control,
    TwilioRooms rooms,
    TwilioRestClient rest,
    FlowUrls urls,
    CallerRings rings,
    ILogger<CallLines> logger)
{
    /// <summary>An adviser's leg exists; its creation's reply may have been lost. One that belongs to nothing any more is dropped.</summary>
    public async Task AdviserLegSeenAsync(OfferId offer, string legId, CancellationToken cancellationToken)
    {
        var call = await calls.FindByOfferAsync(offer, cancellationToken);
        if (call is null || call.State is CallState.Ended or CallState.Survey)
        {
            await control.DropAsync(legId, cancellationToken);
            return;
        }

        // Known legs are noted when they join, with their room; a late word must not take another's place.
        if (call.AdviserLegId is null)
        {
            await calls.NoteAdviserLegAsync(offer, legId, null, cancellationToken);
        }
    }

    /// <summary>The adviser is in the room: the caller follows.</summary>
    public async Task AdviserJoinedAsync(OfferId offer, string legId, string roomId, CancellationToken cancellationToken)
    {
        switch (await calls.AdviserJoinedAsync(offer, legId, roomId, cancellationToken))
        {
            case AdviserJoinedOutcome.MoveCaller or AdviserJoinedOutcome.ResumeCaller or AdviserJoinedOutcome.RingCaller:
                if (await calls.FindByOfferAsync(offer, cancellationToken) is { } call)
                {
                    await BringCallerAsync(call, cancellationToken);
                }

                break;
            case AdviserJoinedOutcome.NotWanted:
                await control.DropAsync(legId, cancellationToken);
                break;
            case AdviserJoinedOutcome.AlreadyKnown:
                break;
        }
    }

    /// <summary>Brings the caller to the adviser who is in the room: out of the queue, off hold, or by ringing them.</summary>
    public async Task BringCallerAsync(CallRef call, CancellationToken cancellationToken)
    {
        if (call is { RingsCaller: true, OfferId: { } offer })
        {
            await rings.RingAsync(offer, cancellationToken);
            return;
        }

        if (!call.CallerInRoom)
        {
            await MoveAsync(call, cancellationToken);
            return;
        }

        switch (await control.ResumeAsync(call, cancellationToken))
        {
            case CallControlOutcome.Done:
                await calls.CallerJoinedAsync(call.ProviderCallId, cancellationToken);
                break;
            case CallControlOutcome.CallerGone:
                await calls.CallerLeftAsync(call.ProviderCallId, cancellationToken);
                break;
            case CallControlOutcome.Refused or CallControlOutcome.Unknown:
                LogLeft(call.CallId.Value);
                break;
        }
    }

    /// <summary>Caller and adviser are in the room together.</summary>
    public async Task CallerSeenInRoomAsync(string room, string roomId, CancellationToken cancellationToken)
    {
        var call = await calls.FindByRoomAsync(room, cancellationToken);
        if (call is null || (call.ProviderRoomId is { } known && known != roomId))
        {
            return;
        }

        switch (call.State)
        {
            case CallState.Bridging when !call.CallerInRoom:
                await calls.CallerJoinedAsync(call.ProviderCallId, cancellationToken);
                break;
            case CallState.Queued:
                await RequeueAsync(call, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>The adviser's leg is over or never came up. Says nothing when the offer is past.</summary>
    public async Task AdviserGoneAsync(OfferId offer, CancellationToken cancellationToken)
    {
        if (await calls.FindByOfferAsync(offer, cancellationToken) is not { } call)
        {
            return;
        }

        switch (call.State)
        {
            case CallState.Connected when await IsOverAsync(call, cancellationToken):
                await calls.CallerLeftAsync(call.ProviderCallId, cancellationToken);
                break;
            case CallState.Connected when await consults.TakeOverAsync(offer, cancellationToken):
                break;
            case CallState.Connected:
                if (await calls.AdviserLegLostAsync(offer, cancellationToken))
                {
                    await HoldForReconnectAsync(call, cancellationToken);
                }

                break;
            case CallState.Connecting or CallState.Bridging:
                await FallBackAsync(call, offer, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>Holds a caller whose adviser is lost.</summary>
    public async Task HoldForReconnectAsync(CallRef call, CancellationToken cancellationToken)
    {
        if (await control.HoldForReconnectAsync(call, cancellationToken) == CallControlOutcome.CallerGone)
        {
            await calls.CallerLeftAsync(call.ProviderCallId, cancellationToken);
        }
    }

    /// <summary>Puts a caller who waits by the database back into the queue at Twilio, unless they are there.</summary>
    public async Task<bool> RequeueAsync(CallRef call, CancellationToken cancellationToken) =>
        (call.ProviderQueueId is null || await rest.FindMemberAsync(call.ProviderQueueId, call.ProviderCallId, cancellationToken) is null)
        && await RedirectAsync(call, Paths.Requeue, cancellationToken);

    /// <summary>Sends the caller to one of our documents. A caller who is gone is noted as such; false then, and when it failed.</summary>
    public async Task<bool> RedirectAsync(CallRef call, string path, CancellationToken cancellationToken)
    {
        try
        {
            await rest.UpdateCallAsync(
                call.ProviderCallId, new UpdateCall { Url = urls.Fresh(call.ProviderCallId, path) }, cancellationToken);
            return true;
        }
        catch (TwilioRestException failure) when (failure.Code is TwilioErrorCodes.CallNotInProgress or TwilioErrorCodes.NotFound)
        {
            await calls.CallerLeftAsync(call.ProviderCallId, cancellationToken);
            return false;
        }
        catch (TwilioRestException)
        {
            LogLeft(call.CallId.Value);
            return false;
        }
    }

    private async Task FallBackAsync(CallRef call, OfferId offer, CancellationToken cancellationToken)
    {
        if (!await calls.AdviserLegFailedAsync(offer, cancellationToken))
        {
            return;
        }

        if (call.CallerInRoom)
        {
            await HoldForReconnectAsync(call, cancellationToken);
        }
        else if (call.RingsCaller)
        {
            // A telephone that rings for nobody is worse than one that rings later.
            _ = call.IsWithoutLine ? CallControlOutcome.Done : await control.DropAsync(call.ProviderCallId, cancellationToken);
        }
        else if (call.State == CallState.Bridging)
        {
            // The caller may be on the way into the room, or in it, alone.
            await RequeueAsync(call, cancellationToken);
        }
    }

    private async Task MoveAsync(CallRef call, CancellationToken cancellationToken)
    {
        try
        {
            if (await QueueOfAsync(call, cancellationToken) is { } queue
                && await rest.DequeueAsync(queue, call.ProviderCallId, urls.Fresh(call.ProviderCallId, Paths.Bridge), cancellationToken) is not null)
            {
                return;
            }
        }
        catch (TwilioRestException)
        {
            LogLeft(call.CallId.Value);
            return;
        }

        // Not in the queue: gone, or for a moment between two documents.
        if (await IsOverAsync(call, cancellationToken))
        {
            await calls.CallerLeftAsync(call.ProviderCallId, cancellationToken);
        }
        else if (await rooms.CallerAsync(call, cancellationToken) is null)
        {
            await RedirectAsync(call, Paths.Bridge, cancellationToken);
        }
    }

    private async Task<string?> QueueOfAsync(CallRef call, CancellationToken cancellationToken)
    {
        if (call.ProviderQueueId is not null)
        {
            return call.ProviderQueueId;
        }

        await foreach (var queue in rest.ListQueuesAsync(cancellationToken))
        {
            if (queue.FriendlyName == FlowDocuments.Queue)
            {
                return queue.Sid;
            }
        }

        return null;
    }

    // When Twilio does not answer the caller is taken to be there: holding a line that is gone harms nobody.
    private async Task<bool> IsOverAsync(CallRef call, CancellationToken cancellationToken)
    {
        try
        {
            var leg = await rest.FindCallAsync(call.ProviderCallId, cancellationToken);
            return leg is null || leg.Status.IsOver();
        }
        catch (TwilioRestException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId}: Twilio did not do as asked; the reconciler will look again.")]
    private partial void LogLeft(Guid callId);
}
