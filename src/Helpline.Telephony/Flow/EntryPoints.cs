using Helpline.Core.Blocks;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Hours;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.Signing;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Flow;

/// <summary>The addresses configured on the number. Only <see cref="IncomingAsync"/> may make a call known.</summary>
internal sealed partial class EntryPoints(
    CallService calls,
    BlockedCalls blocked,
    BookedSteps booked,
    VoiceAnswers answers,
    FlowState state,
    OpeningWords opening,
    FlowDocuments documents,
    FlowUrls urls,
    OpeningHours hours,
    TimeProvider time,
    ILogger<EntryPoints> logger)
{
    /// <summary>A call rings.</summary>
    public Task<IResult> IncomingAsync(HttpContext http)
    {
        var form = TwilioForm.Of(http);
        var callSid = form["CallSid"];
        if (callSid.Length is 0 or > Call.ProviderIdLength)
        {
            return Task.FromResult(Results.StatusCode(StatusCodes.Status403Forbidden));
        }

        return answers.SafelyAsync(http, Paths.Incoming, callSid, cancellationToken => answers.OnceAsync(
            $"{callSid} incoming", Paths.Incoming, () => WelcomeAsync(callSid, form["From"], cancellationToken), cancellationToken));
    }

    /// <summary>A document failed: goes on from what the database says.</summary>
    public Task<IResult> FallbackAsync(HttpContext http)
    {
        var form = TwilioForm.Of(http);
        var callSid = form["CallSid"];
        if (int.TryParse(form["ErrorCode"], out var code))
        {
            LogFallback(code);
        }

        return answers.SafelyAsync(http, Paths.Fallback, callSid, async cancellationToken =>
        {
            if (await calls.FindAsync(callSid, cancellationToken) is { } call)
            {
                return await answers.SpeakAsync(
                    await InWordsAsync(call, form["ErrorUrl"], cancellationToken) ?? await state.ContinueAsync(call, VoiceText.SorryContinue, cancellationToken),
                    cancellationToken);
            }

            if (form["Direction"] == "outbound-api")
            {
                return await answers.SpeakAsync(documents.Goodbye(VoiceText.RingLater), cancellationToken);
            }

            // The very first document failed. One more try, then goodbye rather than going round for ever.
            var again = urls.StepText(callSid, Paths.Incoming, "again");
            return await answers.SpeakAsync(
                form["ErrorUrl"].Contains("step=incoming.again", StringComparison.Ordinal)
                    ? documents.Goodbye(VoiceText.SorryGoodbye)
                    : documents.SayThenGo(VoiceText.SorryAgain, again),
                cancellationToken);
        });
    }

    /// <summary>The caller's leg is over.</summary>
    public async Task<IResult> StatusAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        if (Rest.CallStatusNames.IsOver(Rest.CallStatusNames.Parse(form["CallStatus"])))
        {
            await calls.CallerLeftAsync(form["CallSid"], cancellationToken);
        }

        return Results.NoContent();
    }

    private async Task<ITwiml> WelcomeAsync(string callSid, string from, CancellationToken cancellationToken)
    {
        var call = await calls.StartVoiceAsync(callSid, CallerNumber.Parse(from), cancellationToken);
        if (call.State != CallState.InFlow)
        {
            return await state.ContinueAsync(call, before: null, cancellationToken);
        }

        if (await blocked.TurnAwayAsync(callSid, cancellationToken) is { } lastDay)
        {
            return documents.Blocked(lastDay);
        }

        var now = time.UtcNow();
        var status = hours.StatusAt(now, Channel.Voice);
        if (status.IsOpen)
        {
            return await booked.AskAsync(callSid, cancellationToken) ?? await booked.WelcomeAsync(callSid, cancellationToken);
        }

        await calls.StartVoicemailAsync(callSid, cancellationToken);
        return documents.Closed(callSid, await opening.ForAsync(callSid, cancellationToken), status, now);
    }

    // A recording could not be fetched: the call begins again with its words. Nothing of it was asked yet.
    private async Task<ITwiml?> InWordsAsync(CallRef call, string failed, CancellationToken cancellationToken)
    {
        if (!failed.Contains(SpokenSounds.Folder, StringComparison.Ordinal) || call.State is not (CallState.InFlow or CallState.Voicemail))
        {
            return null;
        }

        var words = await opening.InWordsAsync(cancellationToken);
        var now = time.UtcNow();
        return call.State == CallState.InFlow
            ? documents.Welcome(call.ProviderCallId, words)
            : hours.StatusAt(now, Channel.Voice) is { IsOpen: false } status ? documents.Closed(call.ProviderCallId, words, status, now) : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Twilio asked the fallback address: error {Code}.")]
    private partial void LogFallback(int code);
}
