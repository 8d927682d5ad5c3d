using System.Globalization;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Helpline.Knowledge.Api;

/// <summary>The public JSON API of the knowledge base.</summary>
public static class KnowledgeApi
{
    private const int LongestQuery = 1000;

    /// <summary>
    /// Maps advice, topics and time limits under <c>/api/v1</c> and returns that group, so that the host can add its rate limit.
    /// </summary>
    /// <param name="endpoints">Where to map.</param>
    public static RouteGroupBuilder MapKnowledgeApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1");
        api.MapGet("/advice/search", SearchAdvice).WithName("SearchAdvice").WithTags("Advice")
            .WithSummary("Search the advice articles").WithDescription("Finds articles by any words, abbreviations or citations. 'snippet' is encoded HTML with the matches in mark elements.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/advice/{slug}", Advice).WithName("GetAdvice").WithTags("Advice").WithSummary("One advice article")
            .Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/topics", Topics).WithName("ListTopics").WithTags("Topics").WithSummary("The topics, by group")
            .Produces(StatusCodes.Status304NotModified);
        api.MapGet("/deadlines", AllDeadlines).WithName("ListDeadlines").WithTags("Deadlines").WithSummary("The time limits of law and guidance")
            .Produces(StatusCodes.Status304NotModified);
        api.MapGet("/deadlines/{id}", OneDeadline).WithName("GetDeadline").WithTags("Deadlines")
            .WithSummary("One time limit, with its last day").WithDescription("Give trigger=YYYY-MM-DD to have the last day worked out. 'due' is null with a 'reason' where no date can be given.")
            .Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    private static Results<Ok<SearchResponse>, ProblemHttpResult> SearchAdvice(
        IKnowledgeBase knowledge, IKnowledgeSearch search, HttpContext context, [FromQuery] string? q, [FromQuery] string? topic, [FromQuery] string? stage, [FromQuery] string? top)
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuery)
        {
            return Wrong($"Write what to look for in 'q', up to {LongestQuery} characters, for example ?q=refused+assessment.");
        }

        var count = 10;
        if (top is not null && (!int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > 50))
        {
            return Wrong("Write 'top' as a whole number from 1 to 50, for example ?q=transport&top=5.");
        }

        if (!string.IsNullOrEmpty(topic) && !knowledge.Current.Topics.Contains(topic))
        {
            return Wrong("'topic' is not the id of a topic. The ids are listed at /api/v1/topics.");
        }

        if (!string.IsNullOrEmpty(stage) && !knowledge.Current.Stages.Contains(stage))
        {
            return Wrong($"'stage' is not the id of a stage. Write one of {string.Join(", ", knowledge.Current.Stages.Ids)}.");
        }

        var found = search.Search(new SearchRequest { Query = q, Topic = Given(topic), Stage = Given(stage), Audience = Audience.Parent, Top = count });
        // A search is a question somebody asked: it is kept by nobody on the way.
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(new SearchResponse(
            found.Query,
            found.Corrected,
            found.Total,
            [.. found.Results.Select(r => new SearchResultResponse(r.Slug, r.Title, r.Summary, r.SnippetHtml, r.Topics, r.Provisions, r.Reviewed, r.Score))]));
    }

    private static string? Given(string? filter) => string.IsNullOrEmpty(filter) ? null : filter;

    private static Results<Ok<ArticleResponse>, StatusCodeHttpResult, ProblemHttpResult> Advice(IKnowledgeBase knowledge, HttpContext context, string slug)
    {
        var snapshot = knowledge.Current;
        if (snapshot.Articles.Find(slug) is not { IsPublic: true } article)
        {
            return Missing("There is no article of this slug. Search at /api/v1/advice/search?q=…");
        }

        return Unchanged(context, article.Version) is { } unchanged ? unchanged : TypedResults.Ok(Responses.Of(article, snapshot));
    }

    private static Results<Ok<TopicsResponse>, StatusCodeHttpResult> Topics(IKnowledgeBase knowledge, HttpContext context)
    {
        var snapshot = knowledge.Current;
        return Unchanged(context, snapshot.Version) is { } unchanged ? unchanged : TypedResults.Ok(Responses.Topics(snapshot));
    }

    private static Results<Ok<DeadlinesResponse>, StatusCodeHttpResult> AllDeadlines(IKnowledgeBase knowledge, HttpContext context)
    {
        var snapshot = knowledge.Current;
        return Unchanged(context, snapshot.Version) is { } unchanged
            ? unchanged
            : TypedResults.Ok(new DeadlinesResponse(snapshot.CountingRules, [.. snapshot.Deadlines.Select(d => Responses.Of(d, null))]));
    }

    private static Results<Ok<DeadlineResponse>, StatusCodeHttpResult, ProblemHttpResult> OneDeadline(
        IKnowledgeBase knowledge, IDeadlineCalculator calculator, HttpContext context, string id, [FromQuery] string? trigger)
    {
        var snapshot = knowledge.Current;
        if (snapshot.Deadlines.Find(id) is not { } deadline)
        {
            return Missing("There is no time limit of this id. The ids are listed at /api/v1/deadlines.");
        }

        if (trigger is null)
        {
            return Unchanged(context, snapshot.Version) is { } unchanged ? unchanged : TypedResults.Ok(Responses.Of(deadline, null));
        }

        if (!DateOnly.TryParseExact(trigger, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Wrong($"Write 'trigger' as a date, YYYY-MM-DD: {deadline.Enter.TrimEnd('.')}. For example ?trigger=2026-11-02.");
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(Responses.Of(deadline, calculator.Calculate(id, day)));
    }

    /// <summary>Sets the tag, and answers 304 when the client has this version already.</summary>
    private static StatusCodeHttpResult? Unchanged(HttpContext context, string version)
    {
        var tag = new EntityTagHeaderValue($"\"{version}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "public, max-age=300";
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(k => k.Compare(tag, useStrongComparison: false) || k.Tag == "*") ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : null;
    }

    private static ProblemHttpResult Wrong(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be understood");

    private static ProblemHttpResult Missing(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
