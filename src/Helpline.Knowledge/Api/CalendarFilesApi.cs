using System.Globalization;
using System.Text;
using Helpline.Knowledge.Deadlines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Knowledge.Api;

/// <summary>The last day of a time limit as a file for somebody's calendar. It takes what the JSON API takes.</summary>
internal static class CalendarFilesApi
{
    public static RouteHandlerBuilder MapCalendarFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/deadlines/{id}.ics", File)
        .WithName("GetDeadlineCalendar").WithTags("Deadlines").WithSummary("The last day of a time limit as an iCalendar file")
        .Produces(StatusCodes.Status200OK, contentType: "text/calendar").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<FileContentHttpResult, ProblemHttpResult> File(
        IKnowledgeBase knowledge, IDeadlineCalculator calculator, TimeProvider time, HttpContext context, string id, [AsParameters] DeadlineParameters asked)
    {
        if (knowledge.Current.Deadlines.Find(id) is not { } deadline)
        {
            return KnowledgeApi.Missing("There is no time limit of this id. They are listed at /deadlines.");
        }

        if (!DeadlinesApi.TryRead(deadline, asked, out var question, out var wrong))
        {
            return KnowledgeApi.Wrong(wrong);
        }

        var answer = calculator.Calculate(question)!;
        if (answer.Due is null)
        {
            return KnowledgeApi.Wrong($"There is no day to put into a calendar. {answer.Reason}");
        }

        context.Response.Headers.CacheControl = "private, no-store";
        var text = CalendarFile.Write(Entries(deadline, answer), time.GetUtcNow().UtcDateTime);
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", $"{deadline.Id}.ics");
    }

    private static IEnumerable<CalendarEntry> Entries(Deadline deadline, DeadlineAnswer answer)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{deadline.Id}-{answer.Trigger:yyyyMMdd}");
        if (deadline.StepsAreAlternatives || answer.Steps.Count == 0)
        {
            return [new CalendarEntry($"{name}@helpline", answer.Due!.Value, Summary(deadline, null), Description(deadline, answer))];
        }

        return answer.Steps.Select((step, i) => (step, i)).Where(s => s.step.Due is not null).Select(s => new CalendarEntry(
            string.Create(CultureInfo.InvariantCulture, $"{name}-{s.i + 1}@helpline"), s.step.Due!.Value, Summary(deadline, s.step.Label), Description(deadline, answer)));
    }

    private static string Summary(Deadline deadline, string? step) =>
        (deadline.IsUntil ? "Until today: " : "Last day: ") + deadline.Title + (step is null ? "" : $": {step}")
        + (deadline.Confidence == DeadlineConfidence.ToBeConfirmed ? " (not confirmed)" : "");

    private static string Description(Deadline deadline, DeadlineAnswer answer) => string.Join('\n', ((string?[])
    [
        deadline.AppliesTo,
        .. answer.Working,
        .. answer.Notes,
        deadline.Confidence == DeadlineConfidence.ToBeConfirmed ? "This time limit is still to be confirmed. Check it before you rely on it." : null,
        $"If it is missed: {deadline.IfMissed}",
        $"Authority: {deadline.Authority}",
        deadline.Exceptions.Count > 0 ? "Exceptions can change this date." : null,
    ]).OfType<string>());
}
