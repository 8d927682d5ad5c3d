using System.Globalization;
using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

/// <summary>One time limit: the date it starts from goes in, the last day comes out. Everything is in the address, so it can be kept and shared.</summary>
public sealed class DeadlineModel(IKnowledgeBase knowledge, IDeadlineCalculator calculator, TimeProvider clock) : PageModel
{
    private const int MostUsed = 400;
    private readonly KnowledgeSnapshot known = knowledge.Current;

    [FromRoute(Name = "id")]
    public string Id { get; init; } = "";

    [FromQuery(Name = "Date")]
    public DateEntry Date { get; set; } = new();

    [FromQuery(Name = "Second")]
    public DateEntry Second { get; set; } = new();

    /// <summary>The date as one word, as links of our own hold it.</summary>
    [FromQuery(Name = "trigger")]
    public string? Trigger { get; init; }

    [FromQuery(Name = "second")]
    public string? SecondTrigger { get; init; }

    /// <summary>The school's terms, one to a line.</summary>
    [FromQuery(Name = "Terms")]
    public string? Terms { get; init; }

    /// <summary>Days in term on which the school is closed, one to a line.</summary>
    [FromQuery(Name = "Closed")]
    public string? Closed { get; init; }

    /// <summary>School days used already.</summary>
    [FromQuery(Name = "Used")]
    public string? Used { get; init; }

    public Deadline Deadline { get; private set; } = null!;

    public DeadlineAnswer? Answer { get; private set; }

    public Topic Topic => known.Topics.Find(Deadline.Topic)!;

    public IReadOnlyList<Provision> Provisions => [.. Deadline.Provisions.Select(known.Provisions.Find).OfType<Provision>()];

    public ClockEvent? StartedBy => known.ClockEvents.Find(Deadline.EventIds.Count > 0 ? Deadline.EventIds[0] : null);

    public int? DaysLeft => Answer?.Due is { } due ? due.DayNumber - clock.LondonToday().DayNumber : null;

    public string? CalendarAddress { get; private set; }

    public string? ClockAddress => Answer is { } answer && StartedBy is { } started ? $"/deadlines/clock?event={started.Id}&trigger={DeadlineView.Iso(answer.Trigger)}" : null;

    public IActionResult OnGet()
    {
        if (known.Deadlines.Find(Id) is not { } deadline)
        {
            return NotFound();
        }

        Deadline = deadline;
        Date = OneWord(Trigger, Date);
        Second = OneWord(SecondTrigger, Second);
        if (Request.Query.ContainsKey("trigger") || Request.Query.Keys.Any(k => k.StartsWith("Date.", StringComparison.OrdinalIgnoreCase)))
        {
            WorkOut();
        }

        return Page();
    }

    private void WorkOut()
    {
        if (!Date.TryRead("The date", out var trigger, out var error))
        {
            ModelState.AddModelError(nameof(Date), error);
        }

        DateOnly? second = null;
        if (Deadline.Second is not null && !Second.IsEmpty)
        {
            if (!Second.TryRead("The second date", out var day, out error))
            {
                ModelState.AddModelError(nameof(Second), error);
            }

            second = day;
        }

        var school = ReadSchool();
        var used = ReadUsed();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        Answer = calculator.Calculate(new DeadlineQuestion { Id = Id, Trigger = trigger, Second = second, School = school, Used = used });
        CalendarAddress = Answer?.Due is null ? null : $"/deadlines/{Id}.ics{CalendarQuery(trigger, second)}";
    }

    private SchoolCalendar? ReadSchool()
    {
        if (!Deadline.NeedsSchoolCalendar || (string.IsNullOrWhiteSpace(Terms) && string.IsNullOrWhiteSpace(Closed)))
        {
            return null;
        }

        if (!SchoolCalendar.TryRead(Lines(Terms), Lines(Closed), out var school, out var error))
        {
            ModelState.AddModelError(error.Contains("closed day", StringComparison.Ordinal) ? nameof(Closed) : nameof(Terms), error);
        }

        return school;
    }

    private int? ReadUsed()
    {
        if (!Deadline.IsAllowance || string.IsNullOrWhiteSpace(Used))
        {
            return null;
        }

        if (!int.TryParse(Used.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostUsed)
        {
            ModelState.AddModelError(nameof(Used), "School days used must be a whole number, such as 12");
        }

        return days;
    }

    private QueryString CalendarQuery(DateOnly trigger, DateOnly? second)
    {
        var query = QueryString.Create("trigger", DeadlineView.Iso(trigger));
        query = second is { } day ? query.Add("second", DeadlineView.Iso(day)) : query;
        if (Deadline.NeedsSchoolCalendar)
        {
            query = Lines(Terms).Aggregate(query, (q, line) => q.Add("term", line));
            query = Lines(Closed).Aggregate(query, (q, line) => q.Add("closed", line));
        }

        return query;
    }

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An address of ours that was changed by hand is read as if typed into the fields, and so explained there.</summary>
    private static DateEntry OneWord(string? word, DateEntry typed) => word switch
    {
        null => typed,
        _ when !typed.IsEmpty => typed,
        _ when DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => DateEntry.From(day),
        _ => new DateEntry { Day = word },
    };
}
