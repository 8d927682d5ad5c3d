using Helpline.Core.Calls;
using Helpline.Core.Surges;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>Waiting, and the ways out of it.</summary>
internal sealed class QueueSteps(CallService calls, SurgeBoard surges, WaitDocuments waits, FlowState state, PlaceSteps places)
{
    /// <summary>What is heard next. New each time: it tells the present place.</summary>
    public async Task<ITwiml> WaitAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.Form["QueueSid"] is { Length: > 0 and <= Call.ProviderIdLength } queue)
        {
            await calls.NoteQueueAsync(request.CallSid, queue, cancellationToken);
        }

        var last = LastSaid.From(request.Query);
        return request.Call.State switch
        {
            CallState.Queued => await waits.WaitingAsync(request.Call, last, cancellationToken),
            CallState.InFlow => await JoinAsync(request, last, cancellationToken),
            CallState.Connecting or CallState.Bridging or CallState.Connected or CallState.Reconnecting or CallState.WithOutside => waits.Music(request.Call, last),
            CallState.Voicemail or CallState.Arranging or CallState.PlaceKept => new QueueWaitDocument().Leave(),
            CallState.Survey or CallState.Ended => new QueueWaitDocument().Hangup(),
        };
    }

    /// <summary>A key while waiting. Message and callback win only while no adviser is asked to take the call.</summary>
    public async Task<ITwiml> KeyAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request is { Digits: WaitDocuments.KeepKey, Call.State: CallState.Queued }
            && await surges.CurrentAsync(cancellationToken) is { HasCallbacksLeft: false })
        {
            return waits.NoCallbacks(request.Call, LastSaid.From(request.Query));
        }

        var leaves = request.Digits switch
        {
            WaitDocuments.MessageKey => await calls.StartVoicemailAsync(request.CallSid, cancellationToken),
            WaitDocuments.KeepKey => await calls.ArrangeCallbackAsync(request.CallSid, cancellationToken),
            _ => false,
        };
        return leaves ? new QueueWaitDocument().Leave() : await WaitAsync(request, cancellationToken);
    }

    /// <summary>The wait is over, for one reason or another.</summary>
    public async Task<ITwiml> LeftAsync(StepRequest request, CancellationToken cancellationToken)
    {
        var result = request.Form["QueueResult"];
        if (result == "hangup" || request.CallIsOver)
        {
            await calls.CallerLeftAsync(request.CallSid, cancellationToken);
            return FlowDocuments.Nothing();
        }

        return result switch
        {
            // The document of the move drives the call.
            "redirected" or "bridged" or "bridging-in-process" or "redirected-from-bridged" => FlowDocuments.Nothing(),
            "leave" when request.Call.State is CallState.Arranging => await places.AskAsync(request, cancellationToken),
            "leave" => await state.TakeMessageAsync(request.Call, before: null, cancellationToken),
            _ => await FailedAsync(request, cancellationToken),
        };
    }

    /// <summary>Sent here by us because Twilio and the database disagree: goes on from the database.</summary>
    public Task<ITwiml> RequeueAsync(StepRequest request, CancellationToken cancellationToken) =>
        state.ContinueAsync(request.Call, before: null, cancellationToken);

    // Queueing again could fail again, for ever; so a message, unless an adviser is on the way.
    private Task<ITwiml> FailedAsync(StepRequest request, CancellationToken cancellationToken) =>
        state.TakeMessageAsync(request.Call, VoiceText.SorryMessage, cancellationToken);

    private async Task<ITwiml> JoinAsync(StepRequest request, LastSaid last, CancellationToken cancellationToken)
    {
        await calls.JoinQueueAsync(request.CallSid, cancellationToken);
        return await waits.WaitingAsync(request.Call, last, cancellationToken);
    }
}
