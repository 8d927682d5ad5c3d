using Helpline.Core.Calls;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>Where a call goes on when its document failed, was lost or came late: always from what the database says.</summary>
internal sealed class FlowState(CallService calls, FlowDocuments documents, PlaceDocuments places)
{
    /// <summary>Goes on from the call's state; <paramref name="before"/> is said first where the caller will stay on the line.</summary>
    public async Task<ITwiml> ContinueAsync(CallRef call, VoiceText? before, CancellationToken cancellationToken)
    {
        switch (call.State)
        {
            case CallState.InFlow:
                await calls.JoinQueueAsync(call.ProviderCallId, cancellationToken);
                return documents.Enqueue(call.ProviderCallId, before);
            case CallState.Arranging:
                await calls.StayQueuedAsync(call.ProviderCallId, cancellationToken);
                return documents.Enqueue(call.ProviderCallId, before ?? VoiceText.KeepBack);
            case CallState.PlaceKept:
            case CallState.Connecting or CallState.Bridging when call is { RingsCaller: true, IsWithoutLine: true }:
                return documents.Goodbye(VoiceText.KeepDoneAgain);
            case CallState.Connecting or CallState.Bridging when call.RingsCaller:
                return places.RingAsk(call.ProviderCallId, await calls.LeavesNoMessageAsync(call.ProviderCallId, cancellationToken));
            case CallState.Queued:
            case CallState.Connecting when !call.CallerInRoom:
                return documents.Enqueue(call.ProviderCallId, before);
            case CallState.Connecting:
            case CallState.Bridging:
            case CallState.Connected:
            case CallState.Reconnecting:
            case CallState.WithOutside:
                return documents.JoinRoom(call, before);
            case CallState.Voicemail:
                return documents.Message(call.ProviderCallId, before);
            case CallState.Survey:
                return documents.Goodbye(VoiceText.Goodbye);
            case CallState.Ended:
                return documents.Goodbye();
            default:
                throw new InvalidOperationException($"Unknown state {call.State}.");
        }
    }

    /// <summary>Takes a message, unless somebody is already on the way to the caller: then goes on.</summary>
    public async Task<ITwiml> TakeMessageAsync(CallRef call, VoiceText? before, CancellationToken cancellationToken)
    {
        if (call.State == CallState.Voicemail || await calls.StartVoicemailAsync(call.ProviderCallId, cancellationToken))
        {
            return documents.Message(call.ProviderCallId, before);
        }

        var now = await calls.FindAsync(call.ProviderCallId, cancellationToken);
        return await ContinueAsync(now ?? call, VoiceText.SorryContinue, cancellationToken);
    }
}
