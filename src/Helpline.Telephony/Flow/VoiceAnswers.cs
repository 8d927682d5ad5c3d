using System.Text;
using Helpline.Core.Calls;
using Helpline.Core.Spoken;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.Signing;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Flow;

/// <summary>Whether an answer is given again when its request comes again.</summary>
internal enum Repeat
{
    /// <summary>The answer is kept and replayed.</summary>
    Same,

    /// <summary>Each answer is new: it tells the present.</summary>
    New,
}

/// <summary>
/// Answers voice webhooks: checks whose step it is, replays what was answered before and never lets a caller hear an error. A call
/// we do not know is told goodbye and leaves nothing behind.
/// </summary>
internal sealed partial class VoiceAnswers(
    CallService calls,
    WebhookReplies replies,
    FlowUrls urls,
    FlowDocuments documents,
    FlowMetrics metrics,
    SpokenBoard spoken,
    IServiceScopeFactory scopes,
    ILogger<VoiceAnswers> logger)
{
    /// <summary>Answers the request for a step.</summary>
    public async Task<IResult> StepAsync(
        HttpContext http, string path, Repeat repeat, Func<StepRequest, CancellationToken, Task<ITwiml>> answer)
    {
        var form = TwilioForm.Of(http);
        var callSid = form["CallSid"];
        if (urls.StepOf(http.Request, callSid, path) is not { } step)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await SafelyAsync(
            http,
            path,
            callSid,
            async cancellationToken =>
            {
                var call = await calls.FindAsync(callSid, cancellationToken);
                if (call is null)
                {
                    return await SpeakAsync(documents.Goodbye(VoiceText.SorryGoodbye), cancellationToken);
                }

                var request = new StepRequest(call, step, form, http.Request.Query);
                return repeat switch
                {
                    Repeat.New => await FreshAsync(path, await answer(request, cancellationToken), cancellationToken),
                    Repeat.Same => await OnceAsync($"{callSid} {step}", path, () => answer(request, cancellationToken), cancellationToken),
                };
            });
    }

    /// <summary>Answers once for a key; a repeat hears the same.</summary>
    public async Task<TwimlResult> OnceAsync(string key, string path, Func<Task<ITwiml>> answer, CancellationToken cancellationToken)
    {
        if (await replies.FindAsync(key, cancellationToken) is { } known)
        {
            metrics.Replayed(path);
            return new TwimlResult(Encoding.UTF8.GetBytes(known));
        }

        var document = await answer();
        var kept = await replies.KeepAsync(key, Encoding.UTF8.GetString(document.ToUtf8(await StyleAsync(cancellationToken))), cancellationToken);
        metrics.Answered(path);
        return new TwimlResult(Encoding.UTF8.GetBytes(kept));
    }

    /// <summary>Answers, and on any failure goes on from the call's state, or at worst takes a message.</summary>
    public async Task<IResult> SafelyAsync(HttpContext http, string path, string callSid, Func<CancellationToken, Task<TwimlResult>> answer)
    {
        var aborted = http.RequestAborted;
        try
        {
            return await answer(aborted);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogFailed(path, failure.GetType().Name, failure);
            metrics.Failed(path);
            return await RescueAsync(callSid, path, LastSaid.From(http.Request.Query).Again, aborted);
        }
    }

    /// <summary>A document in the voice that is chosen now.</summary>
    public async Task<TwimlResult> SpeakAsync(ITwiml document, CancellationToken cancellationToken) => new(document, await StyleAsync(cancellationToken));

    private async Task<SpeechStyle> StyleAsync(CancellationToken cancellationToken) => SpeechStyle.Of((await spoken.CurrentAsync(cancellationToken)).Voice);

    private Task<TwimlResult> FreshAsync(string path, ITwiml document, CancellationToken cancellationToken)
    {
        metrics.Answered(path);
        return SpeakAsync(document, cancellationToken);
    }

    private async Task<IResult> RescueAsync(string callSid, string path, LastSaid last, CancellationToken cancellationToken)
    {
        // Whatever is heard in the queue may hold neither Enqueue nor Record: leaving it asks the queue's action, which may.
        if (path is Paths.Wait or Paths.Key)
        {
            return await SpeakAsync(new QueueWaitDocument().Play(urls.Tune).Redirect(urls.FreshText(callSid, Paths.Wait, last.ToString())), cancellationToken);
        }

        // An adviser's telephone, or their mailbox: neither a caller nor a message of one. The line counts as one that did not come up.
        if (path is Paths.OwnPhone or Paths.OwnKey)
        {
            return await SpeakAsync(documents.Goodbye(VoiceText.OwnPhoneGone), cancellationToken);
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var call = await scope.ServiceProvider.GetRequiredService<CallService>().FindAsync(callSid, cancellationToken);
            if (call is null && path == Paths.RingBack)
            {
                // A leg of ours, not a caller's: it is rung again later.
                return await SpeakAsync(documents.Goodbye(VoiceText.RingLater), cancellationToken);
            }

            return await SpeakAsync(
                call is null
                    ? documents.SayThenGo(VoiceText.SorryAgain, urls.StepText(callSid, Paths.Incoming, "again"))
                    : await scope.ServiceProvider.GetRequiredService<FlowState>().ContinueAsync(call, VoiceText.SorryContinue, cancellationToken),
                cancellationToken);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // Without the database a message can still be taken: its callback is tried again until it is kept.
            LogFailed(path, failure.GetType().Name, failure);
            return await SpeakAsync(documents.Message(callSid, VoiceText.SorryMessage), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Answering {Path} failed ({Kind}); the caller heard an apology.")]
    private partial void LogFailed(string path, string kind, Exception exception);
}
