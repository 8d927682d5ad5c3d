using Helpline.Core.Calls;
using Helpline.Core.Enquiries;

namespace Helpline.Web.Seeding;

/// <summary>What enquirers do, step by step; each yields the time until the next.</summary>
internal sealed class EnquirerLives(SeedCentre centre, SeedFloor floor, SeedBook book)
{
    /// <summary>A call: greeting, menus, the queue, and giving up when patience ends first.</summary>
    public async IAsyncEnumerable<TimeSpan> CallAsync(Story story)
    {
        var call = $"CA{Guid.NewGuid():n}";
        await StartAsync(story, call);
        yield return story.Greeting;

        await ChooseAsync(story, call);
        await centre.Do<CallService>(s => s.JoinQueueAsync(call, default));
        book.Join();
        await floor.RouteAsync();
        yield return story.Patience;

        if (!book.IsTaken(call))
        {
            await centre.Do<CallService>(s => s.CallerLeftAsync(call, default));
            book.Leave();
        }
    }

    /// <summary>A message left while we are closed.</summary>
    public async IAsyncEnumerable<TimeSpan> MessageAsync(Story story)
    {
        var call = $"CA{Guid.NewGuid():n}";
        await StartAsync(story, call);
        yield return story.Greeting;

        await centre.Do<CallService>(s => s.StartVoicemailAsync(call, default));
        yield return TimeSpan.FromSeconds(40);

        await centre.Do<CallService>(s => s.KeepVoicemailAsync(call, $"RE{Guid.NewGuid():n}", 40, default));
        await centre.Do<CallService>(s => s.CallerLeftAsync(call, default));
        book.Join();
        await floor.RouteAsync();
    }

    /// <summary>A question in writing.</summary>
    public async IAsyncEnumerable<TimeSpan> EnquiryAsync(Story story)
    {
        var taken = await centre.Do<EnquiryService, SubmittedEnquiry>(s => s.SubmitAsync(
            new SubmitEnquiry
            {
                FormToken = Guid.NewGuid().ToString("n"),
                Question = $"Invented for Development. I have a question about this: {story.TopicLabel}. What should I do next?",
                Reply = ReplyRoute.Email,
                Email = story.Email,
                Origin = "http://localhost",
                Name = story.Name,
                TopicId = story.NamesTopic ? story.TopicId : null,
                TopicGroupId = story.NamesTopic ? story.GroupId : null,
                AgeBand = story.AgeBand,
                AuthorityCode = story.NamesPlace ? story.AuthorityCode : null,
                RegionCode = story.NamesPlace ? story.RegionCode : null,
            },
            default));
        book.Note(taken.ContactId, story);
        book.Join();
        await floor.RouteAsync();
        yield break;
    }

    private async Task StartAsync(Story story, string call)
    {
        await centre.Do<CallService>(s => s.StartVoiceAsync(call, story.Number, default));
        await book.NoteCallAsync(centre, story, call);
    }

    private async Task ChooseAsync(Story story, string call)
    {
        if (story.NamesTopic)
        {
            await centre.Do<CallService>(s => s.SetTopicAsync(call, null, story.GroupId, default));
        }

        if (story.NamesPlace && story.RegionCode is not null)
        {
            await centre.Do<CallService>(s => s.SetPlaceAsync(call, story.AuthorityCode, story.RegionCode, default));
        }
    }
}
