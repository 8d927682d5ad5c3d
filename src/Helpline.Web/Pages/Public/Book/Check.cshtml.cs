using Helpline.Core.Bookings;
using Helpline.Core.Callbacks;
using Helpline.Core.Locations;
using Helpline.Knowledge;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Book;

public sealed class CheckModel(
    BookJourneys journeys, BookingService bookings, IKnowledgeBase knowledge, AuthorityDirectory authorities, IHostEnvironment environment) : BookPage(journeys)
{
    private const string None = "Not given";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IActionResult OnGet()
    {
        Rows = State.IsComplete ? [.. Answers()] : [];
        return State.IsComplete ? Page() : Missing();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!State.IsComplete)
        {
            return Missing();
        }

        var booked = await bookings.BookAsync(
            new BookCall
            {
                FormToken = State.FormToken,
                StartsAt = State.StartsAt!.Value,
                Number = State.Number!,
                ThroughRelay = State.ThroughRelay,
                TopicGroupId = State.TopicGroupId,
                AuthorityCode = State.AuthorityCode,
                RegionCode = State.RegionCode,
                Name = State.Name,
                Email = State.Email,
                WantsTexts = State.WantsTexts,
                Happened = State.Happened,
                Wanted = State.Wanted,
                Dates = State.Dates,
                Origin = environment.IsDevelopment() ? $"{Request.Scheme}://{Request.Host}{Request.PathBase}" : null,
            },
            HttpContext.RequestAborted);
        if (booked.Outcome != BookingOutcome.Done)
        {
            Rows = [.. Answers()];
            return Again(("", BookFields.Refusal(booked.Outcome)!));
        }

        // What was written is with the booking now; here only what the confirmation says is kept.
        return await GoOnAsync(
            new BookState { FormToken = State.FormToken, Done = new BookDone(booked.Reference!, booked.Secret!, booked.StartsAt, State.Email is not null || State.WantsTexts) },
            "Done",
            always: true);
    }

    private RedirectToPageResult Missing() => RedirectToPage("/Public/Book/" + (State.StartsAt is null ? "Time" : "Number"), new { Journey });

    private IEnumerable<Row> Answers()
    {
        yield return Answer("About", knowledge.Current.TopicGroups.Find(State.TopicGroupId)?.Label, "Topic", "what the call is about");
        yield return Answer("Council", authorities.ByCode(State.AuthorityCode)?.Name, "Place", "the council");
        yield return Answer("Time", SlotTimes.Whole(State.StartsAt!.Value), "Time", "the time");
        yield return Answer("Number", UkNumber.Written(State.Number!) + (State.ThroughRelay ? ", through Relay UK" : ""), "Number", "the number");
        yield return Answer("Name", State.Name, "Number", "your name");
        yield return Answer("Confirmation", (State.Email, State.WantsTexts) switch
        {
            ({ } email, true) => $"By text, and by email to {email}",
            ({ } email, false) => $"By email to {email}",
            (null, true) => "By text",
            (null, false) => null,
        }, "Number", "how we confirm");
        yield return Answer("What has happened", State.Happened, "Questions", "what has happened");
        yield return Answer("What you want", State.Wanted, "Questions", "what you want");
        yield return Answer("Dates to keep to", State.Dates, "Questions", "the dates");
    }

    private Row Answer(string key, string? value, string page, string what) =>
        new(key, value ?? None, Url.Page($"/Public/Book/{page}", new { Journey, Change = "yes" })!, what);

    /// <summary>One answer, and where to change it.</summary>
    public sealed record Row(string Key, string Value, string Href, string What);
}
