using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.Signing;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Flow;

/// <summary>Maps the voice webhooks. The whole group is behind the signature.</summary>
internal static partial class VoiceEndpoints
{
    /// <summary>Maps the group, the hold music and the recordings.</summary>
    public static void MapVoice(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(HoldTune.Path, Tune).AllowAnonymous();
        endpoints.MapSpokenSounds();
        var group = endpoints.MapGroup(FlowUrls.Base)
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription()
            .AddEndpointFilter<TwilioSignatureFilter>();
        MapEntryPoints(group);
        MapSteps(group);
        MapRoom(group);
    }

    private static void MapEntryPoints(RouteGroupBuilder group)
    {
        group.MapPost(Paths.Incoming, (HttpContext http, EntryPoints entry) => entry.IncomingAsync(http));
        group.MapPost(Paths.RingBack, (HttpContext http, RingSteps rings) => rings.AnsweredAsync(http));
        group.MapPost(Paths.OwnPhone, (HttpContext http, OwnPhoneSteps phones) => phones.AnsweredAsync(http));
        group.MapPost(Paths.OwnKey, (HttpContext http, OwnPhoneSteps phones) => phones.KeyAsync(http));
        group.MapPost(Paths.Fallback, (HttpContext http, EntryPoints entry) => entry.FallbackAsync(http));
        Callback(group, Paths.Status, (services, http, stop) => services.GetRequiredService<EntryPoints>().StatusAsync(http, stop));
        Callback(group, Paths.Recording, (services, http, stop) => services.GetRequiredService<Callbacks>().RecordingAsync(http, stop));
        Callback(group, Paths.FallbackMessage, (services, http, stop) => services.GetRequiredService<Callbacks>().FallbackMessageAsync(http, stop));
        Callback(group, Paths.CallRecording, (services, http, stop) => services.GetRequiredService<RecordingCallbacks>().FinishedAsync(http, stop));
        Callback(group, Paths.AdviserLeg, (services, http, stop) => services.GetRequiredService<Callbacks>().AdviserLegAsync(http, stop));
        Callback(group, Paths.NamedLeg, (services, http, stop) => services.GetRequiredService<Callbacks>().NamedLegAsync(http, stop));
        Callback(group, Paths.RingLeg, (services, http, stop) => services.GetRequiredService<RingSteps>().LegAsync(http, stop));
        Callback(group, Paths.Room, (services, http, stop) => services.GetRequiredService<Callbacks>().RoomAsync(http, stop));
    }

    private static void MapSteps(RouteGroupBuilder group)
    {
        Step<MenuSteps>(group, Paths.Area, Repeat.Same, (steps, request, stop) => steps.AreaAsync(request, stop));
        Step<MenuSteps>(group, Paths.TopicMenu, Repeat.Same, (steps, request, stop) => steps.TopicMenuAsync(request, stop));
        Step<MenuSteps>(group, Paths.Topic, Repeat.Same, (steps, request, stop) => steps.TopicAsync(request, stop));
        Step<MenuSteps>(group, Paths.Subtopic, Repeat.Same, (steps, request, stop) => steps.SubtopicAsync(request, stop));
        Step<MenuSteps>(group, Paths.Join, Repeat.Same, (steps, request, stop) => steps.JoinAsync(request, stop));
        Step<SurgeSteps>(group, Paths.SurgeUrgent, Repeat.Same, (steps, request, stop) => steps.UrgentAsync(request, stop));
        Step<SurgeSteps>(group, Paths.SurgeOther, Repeat.Same, (steps, request, stop) => steps.OtherAsync(request, stop));
        Step<QueueSteps>(group, Paths.Wait, Repeat.New, (steps, request, stop) => steps.WaitAsync(request, stop));
        Step<QueueSteps>(group, Paths.Key, Repeat.Same, (steps, request, stop) => steps.KeyAsync(request, stop));
        Step<PlaceSteps>(group, Paths.Keep, Repeat.Same, (steps, request, stop) => steps.KeyedAsync(request, stop));
        Step<BookedSteps>(group, Paths.Booked, Repeat.Same, (steps, request, stop) => steps.KeyAsync(request, stop));
        Step<RingSteps>(group, Paths.RingKey, Repeat.Same, (steps, request, stop) => steps.KeyAsync(request, stop));
        Step<QueueSteps>(group, Paths.QueueLeft, Repeat.Same, (steps, request, stop) => steps.LeftAsync(request, stop));
        Step<QueueSteps>(group, Paths.Requeue, Repeat.Same, (steps, request, stop) => steps.RequeueAsync(request, stop));
        Step<RoomSteps>(group, Paths.Bridge, Repeat.Same, (steps, request, stop) => steps.BridgeAsync(request, stop));
        Step<RoomSteps>(group, Paths.RoomLeft, Repeat.Same, (steps, request, stop) => steps.LeftAsync(request, stop));
        Step<RoomSteps>(group, Paths.Survey, Repeat.Same, (steps, request, stop) => steps.SurveyAsync(request, stop));
        Step<RoomSteps>(group, Paths.SurveyHelped, Repeat.Same, (steps, request, stop) => steps.HelpedAsync(request, stop));
        Step<RoomSteps>(group, Paths.SurveyNext, Repeat.Same, (steps, request, stop) => steps.NextAsync(request, stop));
        Step<RoomSteps>(group, Paths.MessageDone, Repeat.Same, (steps, request, stop) => steps.MessageDoneAsync(request, stop));
    }

    private static void MapRoom(RouteGroupBuilder group)
    {
        Heard(group, Paths.Hold, VoiceText.Hold);
        Heard(group, Paths.Transferring, VoiceText.Transferring);
        Heard(group, Paths.Reconnecting, VoiceText.Reconnecting);
        Heard(group, Paths.AdviserWaiting, VoiceText.AdviserWaiting);
    }

    private static void Step<TSteps>(
        RouteGroupBuilder group, string path, Repeat repeat, Func<TSteps, StepRequest, CancellationToken, Task<ITwiml>> answer)
        where TSteps : notnull =>
        group.MapPost(path, (HttpContext http, VoiceAnswers answers) => answers.StepAsync(
            http,
            path,
            repeat,
            (request, stop) => answer(http.RequestServices.GetRequiredService<TSteps>(), request, stop)));

    private static void Heard(RouteGroupBuilder group, string path, VoiceText text) =>
        group.MapPost(path, (HttpContext http, RoomDocuments documents) => documents.AnswerAsync(http, path, text));

    // No caller listens to these: an empty 503 is enough, and Twilio tries again.
    private static void Callback(
        RouteGroupBuilder group, string path, Func<IServiceProvider, HttpContext, CancellationToken, Task<IResult>> receive) =>
        group.MapPost(path, async (HttpContext http, ILoggerFactory loggers) =>
        {
            try
            {
                return await receive(http.RequestServices, http, http.RequestAborted);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !http.RequestAborted.IsCancellationRequested)
            {
                LogFailed(loggers.CreateLogger(typeof(VoiceEndpoints)), path, failure.GetType().Name, failure);
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        });

    private static IResult Tune(HttpContext http, HoldTune tune)
    {
        http.Response.Headers.CacheControl = "public, max-age=604800, immutable";
        return Results.Bytes(tune.Wave, "audio/wav", enableRangeProcessing: true);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The callback {Path} failed ({Kind}); it is asked for again.")]
    private static partial void LogFailed(ILogger logger, string path, string kind, Exception exception);
}
