using System.Globalization;
using Helpline.Core.Calls;
using Helpline.Core.Feedback;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>Into the room, out of it, and the survey after it; and the end of a message.</summary>
internal sealed class RoomSteps(CallService calls, FeedbackService feedback, FlowDocuments documents, FlowState state)
{
    /// <summary>The caller was taken out of the queue for an adviser who is in the room.</summary>
    public Task<ITwiml> BridgeAsync(StepRequest request, CancellationToken cancellationToken) =>
        state.ContinueAsync(request.Call, before: null, cancellationToken);

    /// <summary>The room is over for the caller.</summary>
    public async Task<ITwiml> LeftAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.CallIsOver)
        {
            await calls.CallerLeftAsync(request.CallSid, cancellationToken);
            return FlowDocuments.Nothing();
        }

        // Our End redirects the caller to the survey; should Twilio ask here too, both answers are the same.
        return request.Call.State switch
        {
            CallState.Survey => documents.SurveyHelped(request.CallSid),
            CallState.Ended => FlowDocuments.Nothing(),
            CallState.InFlow or CallState.Queued or CallState.Connecting or CallState.Bridging or CallState.Connected
                or CallState.Reconnecting or CallState.WithOutside or CallState.Voicemail or CallState.Arranging or CallState.PlaceKept =>
                await state.ContinueAsync(request.Call, VoiceText.SorryContinue, cancellationToken),
        };
    }

    /// <summary>The conversation was ended by the adviser.</summary>
    public Task<ITwiml> SurveyAsync(StepRequest request, CancellationToken cancellationToken) =>
        request.Call.State == CallState.Survey
            ? Task.FromResult<ITwiml>(documents.SurveyHelped(request.CallSid))
            : state.ContinueAsync(request.Call, before: null, cancellationToken);

    /// <summary>Did we help? Without a key from 1 to 5 the question is skipped.</summary>
    public async Task<ITwiml> HelpedAsync(StepRequest request, CancellationToken cancellationToken)
    {
        await ScoreAsync(request, SurveyQuestion.Helped, cancellationToken);
        return documents.SurveyNext(request.CallSid);
    }

    /// <summary>Do you know what to do next?</summary>
    public async Task<ITwiml> NextAsync(StepRequest request, CancellationToken cancellationToken)
    {
        await ScoreAsync(request, SurveyQuestion.NextStepClear, cancellationToken);
        return documents.Goodbye(VoiceText.Goodbye);
    }

    /// <summary>The message is finished. It is kept by this notice or by the recording's callback, whichever comes; this one names it by its address.</summary>
    public async Task<ITwiml> MessageDoneAsync(StepRequest request, CancellationToken cancellationToken)
    {
        var known = int.TryParse(request.Form["RecordingDuration"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        if (known && seconds > 0 && RecordingOf(request.Form["RecordingUrl"]) is { } id)
        {
            await calls.KeepVoicemailAsync(request.CallSid, id, seconds, cancellationToken);
        }

        return request.Digits == "hangup" || request.CallIsOver
            ? FlowDocuments.Nothing()
            : documents.Goodbye(VoiceText.MessageThanks);
    }

    private static string? RecordingOf(string url) =>
        url[(url.LastIndexOf('/') + 1)..] is ['R', 'E', ..] and { Length: <= Call.ProviderIdLength } id ? id : null;

    private async Task ScoreAsync(StepRequest request, SurveyQuestion question, CancellationToken cancellationToken)
    {
        if (request.Digits is [>= '1' and <= '5'] key)
        {
            await feedback.ScoreCallAsync(request.CallSid, question, key[0] - '0', cancellationToken);
        }
    }
}
