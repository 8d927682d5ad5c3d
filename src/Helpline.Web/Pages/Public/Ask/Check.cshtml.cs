using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class CheckModel(
    AskJourneys journeys,
    EnquiryService enquiries,
    IKnowledgeBase knowledge,
    AuthorityDirectory authorities,
    IReplyDates replyDates,
    TimeProvider time,
    IHostEnvironment environment) : AskPage(journeys)
{
    private const string None = "Not given";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string ReplyBy { get; private set; } = "";

    private SetEventDate? Happened => State is { Happened: { } happened, HappenedOn: { } on } ? Dues.Entry(happened, on, knowledge.Current, time.LondonToday()) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!State.IsComplete)
        {
            return RedirectToPage("/Public/Ask/" + Missing(), new { Journey });
        }

        Rows = [.. Answers()];
        ReplyBy = ReplyDay.Of(await replyDates.DueAtAsync(time.UtcNow(), Happened?.SoonestLastDay(time.LondonToday()), cancellationToken)).WithWeekday();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!State.IsComplete)
        {
            return RedirectToPage("/Public/Ask/" + Missing(), new { Journey });
        }

        var sent = await enquiries.SubmitAsync(
            new SubmitEnquiry
            {
                FormToken = State.FormToken,
                Question = State.Question!,
                Reply = State.Reply!.Value,
                Email = State.Email,
                Name = State.Name,
                TopicId = State.TopicId,
                TopicGroupId = State.TopicGroupId,
                AgeBand = State.AgeBand,
                AuthorityCode = State.AuthorityCode,
                RegionCode = State.RegionCode,
                Adjustments = State.Adjustments,
                Happened = Happened,
                Origin = environment.IsDevelopment() ? $"{Request.Scheme}://{Request.Host}{Request.PathBase}" : null,
            },
            HttpContext.RequestAborted);

        // What was written is with the enquiry now; here only what the confirmation says is kept.
        return await GoOnAsync(
            new AskState { FormToken = State.FormToken, Done = new AskDone(sent.Reference, sent.Pin, ReplyDay.Of(sent.ReplyDueAt), State.Happened, State.HappenedOn) },
            "Done",
            always: true);
    }

    private string Missing() => State.Question is null ? "Question" : State.Reply is null ? "Reply" : "Email";

    private IEnumerable<Row> Answers()
    {
        var known = knowledge.Current;
        yield return Answer("Your question", State.Question, "Question", "your question");
        yield return Answer("About", known.Topics.Find(State.TopicId)?.Label ?? known.TopicGroups.Find(State.TopicGroupId)?.Label, "Topic", "what it is about");
        if (DateModel.NextAfterTopic(known, State.TopicId) == "Date" || State.Happened is not null)
        {
            var happened = known.ClockEvents.Find(State.Happened)?.Label;
            yield return Answer("Date that matters", happened is null ? null : $"{happened}: {State.HappenedOn!.Value.InWords()}", "Date", "the date that matters");
        }

        yield return Answer("Age", AgeBand.Find(State.AgeBand)?.Label, "Age", "the age");
        yield return Answer("Council", authorities.ByCode(State.AuthorityCode)?.Name, "Place", "the council");
        yield return Answer("Our reply", State.Reply == ReplyRoute.Email ? "By email" : "I will come back for it", "Reply", "how we reply");
        if (State.Reply == ReplyRoute.Email)
        {
            yield return Answer("Email address", State.Email, "Email", "your email address");
        }

        yield return Answer("Your name", State.Name, "Name", "your name");
        yield return Answer("To do differently", State.Adjustments, "Adjustments", "what we should do differently");
    }

    private Row Answer(string key, string? value, string page, string what) =>
        new(key, value ?? None, Url.Page($"/Public/Ask/{page}", new { Journey, Change = "yes" })!, what);

    /// <summary>One answer, and where to change it.</summary>
    public sealed record Row(string Key, string Value, string Href, string What);
}
