using Helpline.Core.Calls;
using Helpline.Core.Locations;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>The questions before the queue. Each may be left unanswered, and nothing is asked twice.</summary>
internal sealed class MenuSteps(
    CallService calls, SurgeSteps surges, FlowDocuments documents, FlowState state, VoiceMenu menu, RegionMenu regions, SpokenPlaces places)
{
    /// <summary>The area was named, by key or by voice.</summary>
    public async Task<ITwiml> AreaAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (request.Speech is { } spoken)
        {
            return documents.TopicMenu(request.CallSid, await KeepPlaceAsync(request, places.Resolve(spoken), cancellationToken));
        }

        if (regions.ByKey(request.Digits) is { } region)
        {
            await calls.SetPlaceAsync(request.CallSid, null, region.Code, cancellationToken);
            return documents.TopicMenu(request.CallSid, VoiceText.AreaThanks);
        }

        return documents.TopicMenu(request.CallSid);
    }

    /// <summary>Nothing was said about the area.</summary>
    public Task<ITwiml> TopicMenuAsync(StepRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ITwiml>(documents.TopicMenu(request.CallSid));

    /// <summary>A key of the first list.</summary>
    public async Task<ITwiml> TopicAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (VoiceMenu.ByKey(menu.Choices, request.Digits) is not { } chosen)
        {
            return await JoinAsync(request, cancellationToken);
        }

        await calls.SetTopicAsync(request.CallSid, null, chosen.GroupId, cancellationToken);
        return chosen.Choices.Count > 0
            ? documents.SubtopicMenu(request.CallSid, chosen)
            : await JoinAsync(request, cancellationToken);
    }

    /// <summary>A key of the second list, which the step names by its parent's key.</summary>
    public async Task<ITwiml> SubtopicAsync(StepRequest request, CancellationToken cancellationToken)
    {
        var parent = VoiceMenu.ByKey(menu.Choices, request.Part);
        if (parent is not null && VoiceMenu.ByKey(parent.Choices, request.Digits) is { } chosen)
        {
            await calls.SetTopicAsync(request.CallSid, chosen.TopicId, chosen.GroupId, cancellationToken);
        }

        return await JoinAsync(request, cancellationToken);
    }

    /// <summary>To a human.</summary>
    public async Task<ITwiml> JoinAsync(StepRequest request, CancellationToken cancellationToken)
    {
        if (await surges.AskAsync(request, cancellationToken) is { } question)
        {
            return question;
        }

        if (await calls.JoinQueueAsync(request.CallSid, cancellationToken))
        {
            return documents.Enqueue(request.CallSid, VoiceText.Joining);
        }

        var call = await calls.FindAsync(request.CallSid, cancellationToken);
        return await state.ContinueAsync(call ?? request.Call, before: null, cancellationToken);
    }

    private async Task<VoiceText> KeepPlaceAsync(StepRequest request, LocationAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.IsOutsideEngland && !answer.NeedsAsking)
        {
            return VoiceText.AreaOutside;
        }

        if (answer.Results is not [{ } best, ..] || answer.NeedsAsking)
        {
            return VoiceText.AreaUnclear;
        }

        await calls.SetPlaceAsync(request.CallSid, best.Code, best.RegionCode, cancellationToken);
        return VoiceText.AreaThanks;
    }
}
