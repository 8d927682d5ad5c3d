using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Core.Locations;

/// <summary>The public JSON interface to places.</summary>
public static class LocationsApi
{
    /// <summary>Longest query taken, in characters.</summary>
    public const int LongestQuery = PlaceText.LongestInput;

    /// <summary>Maps <c>GET /api/v1/locations?q=</c>. The caller adds rate limiting and access.</summary>
    public static RouteHandlerBuilder MapLocationsApi(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/locations", Find)
            .WithName("FindLocation")
            .WithTags("Locations")
            .WithSummary("Local authority for a postcode, part of one, a place or a landline code")
            .WithDescription("Results are ordered by the share of residents, 0 to 1. Outside England there are no results and nation says which nation it is.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static Results<Ok<LocationResponse>, ProblemHttpResult> Find(
        [FromQuery(Name = "q")] string? query, ILocationResolver resolver, HttpResponse response)
    {
        // A postcode says where somebody lives: no cache on the way may keep it.
        response.Headers.CacheControl = "no-store";
        if (string.IsNullOrWhiteSpace(query) || query.Length > LongestQuery)
        {
            return TypedResults.Problem(
                title: string.IsNullOrWhiteSpace(query) ? "Say which place" : "The place is too long",
                detail: $"Write a postcode, the first half of one, a council or a town in q, in at most {LongestQuery} characters. For example: /api/v1/locations?q=Leeds",
                statusCode: StatusCodes.Status400BadRequest);
        }

        return TypedResults.Ok(LocationResponse.From(resolver.Resolve(query)));
    }
}
