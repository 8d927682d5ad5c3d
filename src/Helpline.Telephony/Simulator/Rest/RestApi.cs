using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>The REST API under a base path, with the service's own authentication, errors and ways of failing.</summary>
internal sealed class RestApi(SimulatorWorld world)
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(20);
    private int concurrent;

    public static void Map(IEndpointRouteBuilder endpoints, string basePath)
    {
        var account = endpoints.MapGroup(basePath + "/2010-04-01/Accounts/{accountSid}").AllowAnonymous().DisableAntiforgery();
        RestOperation[] operations =
        [
            .. CallsApi.Operations, .. QueuesApi.Operations, .. ConferencesApi.Operations,
            .. ParticipantsApi.Operations, .. RecordingsApi.Operations, .. MessagesApi.Operations,
        ];
        foreach (var operation in operations)
        {
            account.MapMethods(operation.Path, [operation.Method], (HttpContext http, RestApi api) => api.HandleAsync(http, operation))
                .ExcludeFromDescription();
        }
    }

    private async Task HandleAsync(HttpContext http, RestOperation operation)
    {
        var count = Interlocked.Increment(ref concurrent);
        http.Response.Headers["Twilio-Concurrent-Requests"] = count.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Twilio-Request-Duration"] = "0.050";
        try
        {
            Authenticate(http);
            if (count > world.Options.MaxConcurrentRequests)
            {
                throw TooMany();
            }

            var request = new RestRequest(world, http, await FormAsync(http));
            var fault = await world.Loop.RunAsync(() => world.Faults.Take(operation.Method, request.Path));
            var reply = await ExecuteAsync(request, operation, fault, http.RequestAborted);
            await WriteAsync(http, reply.Status, reply.Body);
        }
        catch (RestError refusal)
        {
            await WriteAsync(http, refusal.Status, new RestErrorBody(
                refusal.Code, refusal.Message, $"https://www.twilio.com/docs/errors/{refusal.Code}", refusal.Status));
        }
        finally
        {
            Interlocked.Decrement(ref concurrent);
        }
    }

    private async Task<RestReply> ExecuteAsync(
        RestRequest request, RestOperation operation, RestFault fault, CancellationToken aborted)
    {
        switch (fault)
        {
            case RestFault.Throttled:
                throw TooMany();
            case RestFault.FailedBefore:
                throw new RestError(503, 20503, "Service unavailable");
            case RestFault.Stalled:
                await Task.Delay(Stall, world.Clock, aborted);
                break;
            case RestFault.None or RestFault.ReplyLost:
                break;
        }

        var reply = await world.Loop.RunAsync(() =>
        {
            Known(request, operation);
            return operation.Handle(request);
        });
        return fault == RestFault.ReplyLost ? throw new RestError(502, 20502, "Bad gateway") : reply;
    }

    // Typing errors in field names are accepted in silence by the real service; in strict mode they fail the run.
    private void Known(RestRequest request, RestOperation operation)
    {
        if (operation.Method != "POST")
        {
            return;
        }

        var known = operation.Fields.Split(' ');
        foreach (var name in request.FieldNames.Where(n => !known.Contains(n)))
        {
            world.Report.Warning("7.5", null, $"unknown field {name} in {operation.Method} {operation.Path}");
        }
    }

    private void Authenticate(HttpContext http)
    {
        var given = AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header)
            && header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
                ? Decode(header.Parameter)
                : [];
        var region = world.Regions.At(http.Request.Host.Host);
        if (given is not [var user, var password] || !region.Account.Opens(user, password))
        {
            throw new RestError(401, 20003, "Authenticate");
        }

        // Nothing of the account is in a region but its own.
        if (region != world.Regions.Home || (string?)http.Request.RouteValues["accountSid"] != world.Account.AccountSid)
        {
            throw RestError.NotFound(http.Request.Path);
        }
    }

    private static string[] Decode(string? parameter)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(parameter ?? "")).Split(':', 2);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyDictionary<string, StringValues>> FormAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method)
            || http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return new Dictionary<string, StringValues>();
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var form = Signing.TwilioForm.Parse(await reader.ReadToEndAsync(http.RequestAborted));
        return form.Fields
            .GroupBy(f => f.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)]), StringComparer.Ordinal);
    }

    private static RestError TooMany() => new(429, 20429, "Too Many Requests");

    private static async Task WriteAsync(HttpContext http, int status, object? body)
    {
        http.Response.StatusCode = status;
        switch (body)
        {
            case null:
                break;
            case byte[] sound:
                http.Response.ContentType = "audio/x-wav";
                await http.Response.Body.WriteAsync(sound, http.RequestAborted);
                break;
            default:
                http.Response.ContentType = "application/json";
                await JsonSerializer.SerializeAsync(http.Response.Body, body, body.GetType(), RestJson.Options, http.RequestAborted);
                break;
        }
    }
}

/// <summary>The service's error body.</summary>
internal sealed record RestErrorBody(int Code, string Message, string MoreInfo, int Status);
