using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Helpline.Knowledge.Deadlines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Knowledge.Api;

/// <summary>The time limits of the public JSON API.</summary>
internal static class DeadlinesApi
{
    private const int MostUsed = 400;

    public static void MapDeadlines(this RouteGroupBuilder api)
    {
        api.MapGet("/deadlines", All).WithName("ListDeadlines").WithTags("Deadlines").WithSummary("The time limits of law and guidance")
            .Produces(StatusCodes.Status304NotModified);
        api.MapGet("/deadlines/{id}", One).WithName("GetDeadline").WithTags("Deadlines")
            .WithSummary("One time limit, with its last day")
            .WithDescription("Give trigger=YYYY-MM-DD to have the last day worked out. 'second' is the other date of a limit that takes the later of two ('secondIs' says which). "
                + "For limits in school days give the school's calendar: term=YYYY-MM-DD..YYYY-MM-DD for each term and closed=YYYY-MM-DD or closed=YYYY-MM-DD..YYYY-MM-DD "
                + "for each holiday and training day in it. 'used' is the number of school days used already, for a limit on an amount. "
                + "'due' is null with a 'reason' where no date can be given.")
            .Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<DeadlinesResponse>, StatusCodeHttpResult> All(IKnowledgeBase knowledge, HttpContext context)
    {
        var snapshot = knowledge.Current;
        return KnowledgeApi.Unchanged(context, snapshot.Version) is { } unchanged ? unchanged : TypedResults.Ok(Responses.Deadlines(snapshot));
    }

    private static Results<Ok<DeadlineResponse>, StatusCodeHttpResult, ProblemHttpResult> One(
        IKnowledgeBase knowledge, IDeadlineCalculator calculator, HttpContext context, string id, [AsParameters] DeadlineParameters asked)
    {
        var snapshot = knowledge.Current;
        if (snapshot.Deadlines.Find(id) is not { } deadline)
        {
            return KnowledgeApi.Missing("There is no time limit of this id. The ids are listed at /api/v1/deadlines.");
        }

        if (asked.IsEmpty)
        {
            return KnowledgeApi.Unchanged(context, snapshot.Version) is { } unchanged ? unchanged : TypedResults.Ok(Responses.Of(deadline, null));
        }

        if (!TryRead(deadline, asked, out var question, out var wrong))
        {
            return KnowledgeApi.Wrong(wrong);
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(Responses.Of(deadline, calculator.Calculate(question)));
    }

    internal static bool TryRead(Deadline deadline, DeadlineParameters asked, [NotNullWhen(true)] out DeadlineQuestion? question, [NotNullWhen(false)] out string? wrong)
    {
        question = null;
        if (!TryDay(asked.Trigger, "trigger", deadline.Enter, out var trigger, out wrong))
        {
            return false;
        }

        DateOnly? second = null;
        if (asked.Second is not null)
        {
            if (deadline.Second is not { } other)
            {
                wrong = "This time limit takes one date only. Leave 'second' out.";
                return false;
            }

            if (!TryDay(asked.Second, "second", other.Enter, out var day, out wrong))
            {
                return false;
            }

            second = day;
        }

        SchoolCalendar? school = null;
        if ((asked.Term is { Length: > 0 } || asked.Closed is { Length: > 0 }) && !SchoolCalendar.TryRead(asked.Term ?? [], asked.Closed ?? [], out school, out var unread))
        {
            wrong = $"{unread}. In 'term' and 'closed' write for example term=2026-09-02..2026-12-18&closed=2026-10-26..2026-10-30.";
            return false;
        }

        int? used = null;
        if (asked.Used is not null)
        {
            if (!int.TryParse(asked.Used, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostUsed)
            {
                wrong = $"Write 'used' as the whole number of school days used already, from 0 to {MostUsed}, for example used=12.";
                return false;
            }

            used = days;
        }

        question = new DeadlineQuestion { Id = deadline.Id, Trigger = trigger, Second = second, School = school, Used = used };
        wrong = null;
        return true;
    }

    private static bool TryDay(string? text, string name, string what, out DateOnly day, [NotNullWhen(false)] out string? wrong)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            wrong = $"Write '{name}' as a date, YYYY-MM-DD: {what.TrimEnd('.')}. For example ?{(name == "trigger" ? "" : "trigger=2026-10-01&")}{name}=2026-11-02.";
            return false;
        }

        wrong = day < Counting.Earliest || day > Counting.Latest
            ? $"Write '{name}' as a date from {Counting.Earliest:yyyy-MM-dd} to {Counting.Latest:yyyy-MM-dd}."
            : null;
        return wrong is null;
    }
}

/// <summary>What may be asked of a time limit.</summary>
internal readonly record struct DeadlineParameters
{
    [FromQuery(Name = "trigger")]
    public string? Trigger { get; init; }

    [FromQuery(Name = "second")]
    public string? Second { get; init; }

    [FromQuery(Name = "term")]
    public string[]? Term { get; init; }

    [FromQuery(Name = "closed")]
    public string[]? Closed { get; init; }

    [FromQuery(Name = "used")]
    public string? Used { get; init; }

    /// <summary>Nothing was asked but the limit itself.</summary>
    public bool IsEmpty => Trigger is null && Second is null && Used is null && Term is null or { Length: 0 } && Closed is null or { Length: 0 };
}
