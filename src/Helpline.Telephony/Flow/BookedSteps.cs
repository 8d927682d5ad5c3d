using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>A caller whose number has a call booked around now: told of it, and asked, as switchboards share a number.</summary>
internal sealed class BookedSteps(CallService calls, OpeningWords opening, FlowDocuments documents, FlowState state)
{
    private const string TakeKey = "1";

    /// <summary>The question; null when no call is booked around now.</summary>
    public async Task<ITwiml?> AskAsync(string callSid, CancellationToken cancellationToken) =>
        await calls.BookedSoonAsync(callSid, cancellationToken) is { } at
            ? documents.Booked(callSid, TimeOnly.FromDateTime(at.ToLondon()))
            : null;

    /// <summary>The way of any call: the place of an earlier one, or the greeting.</summary>
    public async Task<ITwiml> WelcomeAsync(string callSid, CancellationToken cancellationToken) =>
        await calls.RegainPlaceAsync(callSid, cancellationToken)
            ? documents.Enqueue(callSid, VoiceText.WelcomeBack)
            : documents.Welcome(callSid, await opening.ForAsync(callSid, cancellationToken));

    /// <summary>The key, or none. A booking that has moved on meanwhile leaves the call as any other.</summary>
    public async Task<ITwiml> KeyAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.CallIsOver)
        {
            return FlowDocuments.Nothing();
        }

        if (request.Call.State != CallState.InFlow)
        {
            return await state.ContinueAsync(request.Call, before: null, cancellationToken);
        }

        return request.Digits == TakeKey && await calls.TakeBookingAsync(request.CallSid, cancellationToken)
            ? documents.Enqueue(request.CallSid, VoiceText.BookedTaken)
            : await WelcomeAsync(request.CallSid, cancellationToken);
    }
}
