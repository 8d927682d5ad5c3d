using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Surges;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>
/// The line for those who have to send something soon, while a surge asks for it. Whoever says nothing is taken to have to; nobody is sent away without a way to
/// be helped; and whoever speaks through a relay or an interpreter is not asked.
/// </summary>
internal sealed class SurgeSteps(
    CallService calls, SurgeBoard surges, IReplyDates replyDates, PlaceSteps places, FlowDocuments documents, FlowState state, VoiceTexts texts, FlowUrls urls)
{
    private const string NoKey = "2";

    /// <summary>The question before the queue; null when the caller is not to be asked.</summary>
    public async Task<ITwiml?> AskAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.Call.State != CallState.InFlow
            || await surges.CurrentAsync(cancellationToken) is not { DeadlinesOnly: true }
            || await calls.IsSlowAsync(request.CallSid, cancellationToken))
        {
            return null;
        }

        return new VoiceDocument()
            .Gather(
                new GatherOptions { Action = urls.Step(request.CallSid, Paths.SurgeUrgent), NumDigits = 1, Timeout = 10 },
                ask => ask.Say(texts[VoiceText.SurgeAsk]))
            .Redirect(urls.StepText(request.CallSid, Paths.SurgeUrgent));
    }

    /// <summary>Only a clear no leads elsewhere.</summary>
    public async Task<ITwiml> UrgentAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.Digits != NoKey || request.Call.State != CallState.InFlow
            || await surges.CurrentAsync(cancellationToken) is not { DeadlinesOnly: true } surge)
        {
            return await JoinAsync(request, cancellationToken);
        }

        var days = await replyDates.WorkingDaysAsync(cancellationToken);
        return new VoiceDocument()
            .Gather(
                new GatherOptions { Action = urls.Step(request.CallSid, Paths.SurgeOther), NumDigits = 1, Timeout = 10 },
                ask =>
                {
                    ask.Say(texts.Fill(VoiceText.SurgeOther, ("address", urls.SpokenSite), ("days", days)));
                    if (surge.HasCallbacksLeft)
                    {
                        ask.Say(texts[VoiceText.SurgeOtherKeep]);
                    }

                    ask.Say(texts[VoiceText.SurgeOtherMessage]);
                })
            .Redirect(urls.StepText(request.CallSid, Paths.SurgeOther));
    }

    /// <summary>A callback while there are any; otherwise a message. If the surge has ended meanwhile, the queue.</summary>
    public async Task<ITwiml> OtherAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.CallIsOver)
        {
            return FlowDocuments.Nothing();
        }

        if (await surges.CurrentAsync(cancellationToken) is not { DeadlinesOnly: true } surge || request.Call.State != CallState.InFlow)
        {
            return await JoinAsync(request, cancellationToken);
        }

        if (request.Digits != WaitDocuments.KeepKey)
        {
            return await state.TakeMessageAsync(request.Call, before: null, cancellationToken);
        }

        if (!surge.HasCallbacksLeft)
        {
            return await calls.JoinQueueAsync(request.CallSid, cancellationToken)
                ? documents.Enqueue(request.CallSid, VoiceText.KeepFull)
                : await ContinueAsync(request, cancellationToken);
        }

        return await calls.JoinToKeepPlaceAsync(request.CallSid, cancellationToken)
            ? await places.AskAsync(request, cancellationToken)
            : await ContinueAsync(request, cancellationToken);
    }

    private async Task<ITwiml> JoinAsync(StepRequest request, CancellationToken cancellationToken) =>
        await calls.JoinQueueAsync(request.CallSid, cancellationToken)
            ? documents.Enqueue(request.CallSid, VoiceText.Joining)
            : await ContinueAsync(request, cancellationToken);

    private async Task<ITwiml> ContinueAsync(StepRequest request, CancellationToken cancellationToken) =>
        await state.ContinueAsync(await calls.FindAsync(request.CallSid, cancellationToken) ?? request.Call, before: null, cancellationToken);
}
