using Bogus;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Feedback;
using Helpline.Core.Routing;
using Helpline.Knowledge;

namespace Helpline.Web.Seeding;

/// <summary>What advisers do with the contacts they are offered, step by step; each yields the time until the next.</summary>
internal sealed class AdviserLives(SeedCentre centre, SeedFloor floor, SeedBook book, KnowledgeSnapshot knowledge, Randomizer random)
{
    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(4);

    /// <summary>An offer rings: it is taken, or now and then missed.</summary>
    public async IAsyncEnumerable<TimeSpan> OfferAsync(Offer offer)
    {
        if (book.Find(offer.ContactId) is not var (story, call))
        {
            yield break;
        }

        if (random.Bool(0.03f))
        {
            yield return offer.ExpiresAt - centre.Now;
            await floor.RouteAsync();
            yield return TimeSpan.FromSeconds(90);
            await floor.ReturnAsync(offer.AdviserId);
            yield break;
        }

        yield return TimeSpan.FromSeconds(random.Int(2, 11));
        if (await centre.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer.Id, offer.AdviserId, default)) != AcceptOfferOutcome.Accepted)
        {
            await floor.RouteAsync();
            yield break;
        }

        book.Leave();
        var work = story.Road == Road.Call ? TalkAsync(offer, story, call!) : WriteAsync(offer, story);
        await foreach (var pause in work)
        {
            yield return pause;
        }
    }

    private async IAsyncEnumerable<TimeSpan> TalkAsync(Offer offer, Story story, string call)
    {
        book.Take(call);
        yield return TimeSpan.FromSeconds(2);
        await centre.Do<CallService>(s => s.AdviserJoinedAsync(offer.Id, $"CA{Guid.NewGuid():n}", $"CF{Guid.NewGuid():n}", default));
        await centre.Do<CallService>(s => s.CallerJoinedAsync(call, default));
        yield return story.Work;

        await RecordAsync(offer, story);
        if (story.CallerHangsUp)
        {
            await centre.Do<CallService>(s => s.CallerLeftAsync(call, default));
        }
        else
        {
            await centre.Do<ContactService>(s => s.EndConversationAsync(offer.ContactId, offer.AdviserId, default));
            yield return TimeSpan.FromSeconds(9);
            await SurveyAsync(story, call);
            await centre.Do<CallService>(s => s.CallerLeftAsync(call, default));
        }

        yield return story.WrapUp;
        await CompleteAsync(offer);
    }

    // A call may come between: the answer is then put aside and taken up again.
    private async IAsyncEnumerable<TimeSpan> WriteAsync(Offer offer, Story story)
    {
        yield return story.Work;
        await RecordAsync(offer, story);
        while (!await ReplyAsync(offer, story))
        {
            yield return Busy;
        }

        yield return story.WrapUp;
        while (await CompleteAsync(offer) == ContactOutcome.NotNow)
        {
            yield return Busy;
        }

        if (story.Helped is not null)
        {
            yield return story.RatesAfter;
            await centre.Do<FeedbackService>(s => s.GiveAsync(offer.ContactId, new FeedbackInput(story.Helped, story.NextStepClear), default));
        }
    }

    /// <summary>False while the answer is put aside for a call.</summary>
    private async Task<bool> ReplyAsync(Offer offer, Story story)
    {
        if (story.Road == Road.Message)
        {
            return await centre.Do<ContactService, ContactOutcome>(s => s.EndConversationAsync(offer.ContactId, offer.AdviserId, default)) switch
            {
                ContactOutcome.Done => true,
                ContactOutcome.NotNow => false,
                var other => throw new InvalidOperationException($"A message could not be dealt with: {other}."),
            };
        }

        var answer = new SendAnswer
        {
            ContactId = offer.ContactId,
            AdviserId = offer.AdviserId,
            Body = $"Invented for Development. Thank you for your question about this: {story.TopicLabel}. The article we cite says what to do first.",
        };
        return await centre.Do<EnquiryService, SendAnswerOutcome>(s => s.SendAnswerAsync(answer, default)) switch
        {
            SendAnswerOutcome.Sent => true,
            SendAnswerOutcome.NotNow => false,
            var other => throw new InvalidOperationException($"An answer could not be sent: {other}."),
        };
    }

    private async Task RecordAsync(Offer offer, Story story)
    {
        await centre.Do<ContactService>(s => s.RecordAsync(
            offer.ContactId,
            offer.AdviserId,
            new ContactRecord
            {
                TopicId = story.TopicId,
                TopicGroupId = story.GroupId,
                AuthorityCode = story.AuthorityCode,
                RegionCode = story.RegionCode,
                StageId = story.StageId,
                EnquirerRoleId = story.RoleId,
                AgeBand = story.AgeBand,
                EnquirerName = story.Name,
                Notes = $"Invented for Development. Asked about: {story.TopicLabel}. We went through the next step.",
                DispositionCode = story.OutcomeId,
                ReferralCodes = story.Referral is null ? [] : [story.Referral],
            },
            default));
        if (knowledge.ArticlesOn(story.TopicId) is [var article, ..])
        {
            await centre.Do<ContactService>(s => s.CiteAsync(offer.ContactId, offer.AdviserId, article.Slug, article.Version, default));
        }
    }

    private async Task SurveyAsync(Story story, string call)
    {
        if (story.Helped is { } helped)
        {
            await centre.Do<FeedbackService>(s => s.ScoreCallAsync(call, SurveyQuestion.Helped, helped, default));
        }

        if (story.NextStepClear is { } clear)
        {
            await centre.Do<FeedbackService>(s => s.ScoreCallAsync(call, SurveyQuestion.NextStepClear, clear, default));
        }
    }

    private async Task<ContactOutcome> CompleteAsync(Offer offer)
    {
        var outcome = await centre.Do<ContactService, ContactOutcome>(s => s.CompleteAsync(offer.ContactId, offer.AdviserId, default));
        if (outcome == ContactOutcome.Done)
        {
            await floor.RouteAsync();
        }

        return outcome;
    }
}
