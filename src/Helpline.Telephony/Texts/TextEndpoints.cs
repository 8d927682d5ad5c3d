using Helpline.Telephony.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Texts;

/// <summary>Maps the webhooks of texts, behind the signature as those of calls.</summary>
internal static partial class TextEndpoints
{
    /// <summary>Maps the group.</summary>
    public static void MapTexts(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(TextPaths.Base)
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .AddEndpointFilter<TwilioSignatureFilter>();
        Map(group, TextPaths.Incoming, (texts, http, stop) => texts.IncomingAsync(http, stop));
        Map(group, TextPaths.Status, (texts, http, stop) => texts.StatusAsync(http, stop));
    }

    // What could not be saved was not acknowledged: an empty 503 makes Twilio try the fallback address, or the report again.
    private static void Map(RouteGroupBuilder group, string path, Func<TextWebhooks, HttpContext, CancellationToken, Task<IResult>> receive) =>
        group.MapPost(path, async (HttpContext http, ILoggerFactory loggers) =>
        {
            try
            {
                return await receive(http.RequestServices.GetRequiredService<TextWebhooks>(), http, http.RequestAborted);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !http.RequestAborted.IsCancellationRequested)
            {
                LogFailed(loggers.CreateLogger(typeof(TextEndpoints)), path, failure.GetType().Name, failure);
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        });

    [LoggerMessage(Level = LogLevel.Error, Message = "The webhook of texts {Path} failed ({Kind}).")]
    private static partial void LogFailed(ILogger logger, string path, string kind, Exception exception);
}
