using Helpline.Core.Callbacks;
using Helpline.Core.Calls;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>Keeping a place: which number to ring, confirmed by the caller. Whatever goes wrong leads back to the queue, in the same place.</summary>
internal sealed class PlaceSteps(CallService calls, FlowDocuments documents, PlaceDocuments places, FlowState state)
{
    // Once, and twice more.
    private const int Times = 3;

    /// <summary>Out of the queue to be asked for the number.</summary>
    public async Task<ITwiml> AskAsync(StepRequest request, CancellationToken cancellationToken) =>
        await calls.ArrangementAsync(request.CallSid, cancellationToken) is { } settled
            ? places.Ask(request.CallSid, settled, time: 1)
            : await state.ContinueAsync(request.Call, before: null, cancellationToken);

    /// <summary>A number, the key that confirms one, or nothing.</summary>
    public async Task<ITwiml> KeyedAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.CallIsOver)
        {
            return FlowDocuments.Nothing();
        }

        if (await calls.ArrangementAsync(request.CallSid, cancellationToken) is not { } settled || request.Digits is not { } keys)
        {
            return await state.ContinueAsync(request.Call, before: null, cancellationToken);
        }

        if (keys == PlaceDocuments.YesKey && (settled.KeyedNumber ?? settled.CallerNumber) is { } confirmed)
        {
            return await calls.PromiseCallbackAsync(request.CallSid, confirmed, cancellationToken) switch
            {
                KeepPlaceOutcome.Kept => places.Done(confirmed),
                KeepPlaceOutcome.NotArranging => await state.ContinueAsync(request.Call, before: null, cancellationToken),
                KeepPlaceOutcome.QuotaUsedUp => await BackAsync(request, VoiceText.KeepFull, cancellationToken),
            };
        }

        var time = request.Part is [var figure, ..] && char.IsAsciiDigit(figure) ? figure - '0' : Times;
        if (Refusal(UkNumber.Read(keys, out var number)) is { } why)
        {
            return time < Times
                ? places.Ask(request.CallSid, settled, time + 1, why)
                : await BackAsync(request, why, cancellationToken);
        }

        await calls.ProposeCallbackAsync(request.CallSid, number, cancellationToken);
        return places.Ask(request.CallSid, settled with { KeyedNumber = number }, time);
    }

    private async Task<ITwiml> BackAsync(StepRequest request, VoiceText why, CancellationToken cancellationToken)
    {
        await calls.StayQueuedAsync(request.CallSid, cancellationToken);
        return documents.Enqueue(request.CallSid, why, VoiceText.KeepBack);
    }

    private static VoiceText? Refusal(UkNumberOutcome outcome) => outcome switch
    {
        UkNumberOutcome.Ringable => null,
        UkNumberOutcome.NotWhole => VoiceText.KeepNotWhole,
        UkNumberOutcome.Premium => VoiceText.KeepPremium,
        UkNumberOutcome.Abroad => VoiceText.KeepAbroad,
    };
}
