using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Telephony.Control;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.Rest;
using Helpline.Telephony.Signing;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Flow;

/// <summary>The leg that rings a caller back: answered, asked for a key, joined; or over. Until it is answered the offer names it.</summary>
internal sealed class RingSteps(
    CallService calls, CallerRings rings, FlowDocuments documents, PlaceDocuments places, FlowState state, VoiceAnswers answers, FlowUrls urls)
{
    /// <summary>Somebody, or something, answered.</summary>
    public Task<IResult> AnsweredAsync(HttpContext http)
    {
        var callSid = TwilioForm.Of(http)["CallSid"];
        if (Offer(http, Paths.RingBack) is not { } offer || callSid.Length is 0 or > Call.ProviderIdLength)
        {
            return Task.FromResult(Results.StatusCode(StatusCodes.Status403Forbidden));
        }

        return answers.SafelyAsync(http, Paths.RingBack, callSid, cancellationToken => answers.OnceAsync(
            $"{callSid} ring-back",
            Paths.RingBack,
            async () => await calls.AdoptCallerLegAsync(offer, callSid, cancellationToken)
                ? places.RingAsk(callSid, await calls.LeavesNoMessageAsync(callSid, cancellationToken))
                : documents.Goodbye(VoiceText.RingGone),
            cancellationToken));
    }

    /// <summary>The key that tells a person. Any other, or none, counts as not reached.</summary>
    public async Task<ITwiml> KeyAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.CallIsOver)
        {
            return FlowDocuments.Nothing();
        }

        if (request.Call is not { State: CallState.Bridging, RingsCaller: true })
        {
            return request.Call.State == CallState.PlaceKept
                ? documents.Goodbye(VoiceText.RingGone)
                : await state.ContinueAsync(request.Call, before: null, cancellationToken);
        }

        if (request.Digits == PlaceDocuments.YesKey)
        {
            return documents.JoinRoom(request.Call, VoiceText.RingJoining);
        }

        await calls.CallerNotReachedAsync(request.CallSid, CallbackMissed.NotPressed, cancellationToken);
        var now = await calls.FindAsync(request.CallSid, cancellationToken);
        return now is not { State: CallState.Ended } ? documents.Goodbye(VoiceText.RingLater)
            : await calls.LeavesNoMessageAsync(request.CallSid, cancellationToken) ? documents.Goodbye()
            : documents.Goodbye(VoiceText.RingLast);
    }

    /// <summary>The leg goes its way.</summary>
    public async Task<IResult> LegAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        var callSid = form["CallSid"];
        if (Offer(http, Paths.RingLeg) is not { } offer || callSid.Length is 0 or > Call.ProviderIdLength)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        switch (CallStatusNames.Parse(form["CallStatus"]))
        {
            case CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer or CallStatus.Canceled or CallStatus.Completed:
                // The reply to our request, and every earlier callback, may have been lost.
                await calls.AdoptCallerLegAsync(offer, callSid, cancellationToken);
                await calls.CallerLeftAsync(callSid, cancellationToken);
                break;
            case CallStatus.Queued or CallStatus.Initiated or CallStatus.Ringing or CallStatus.InProgress:
                await rings.SeenAsync(offer, callSid, cancellationToken);
                break;
            case CallStatus.Unknown:
                break;
        }

        return Results.NoContent();
    }

    private OfferId? Offer(HttpContext http, string path)
    {
        var text = http.Request.Query["offer"].ToString();
        return urls.StepOf(http.Request, text, path) is not null && OfferId.TryParse(text, out var offer) ? offer : null;
    }
}
