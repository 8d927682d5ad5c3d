using System.Xml.Linq;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Drives one leg through the app's documents until it ends.</summary>
internal sealed partial class CallRunner(SimulatorWorld world, SimulatedCall call)
{
    private IReadOnlyList<KeyValuePair<string, string>> lastFields = [];
    private string? loopUrl;
    private int loops;

    /// <summary>Runs the leg from its first step to its end, following redirects given over REST.</summary>
    public async Task RunAsync(CallStep first)
    {
        for (CallStep? step = first; step is not null && !call.IsOver; step = call.TakeRedirect())
        {
            var execution = call.Execution;
            try
            {
                await DoAsync(step, execution);
            }
            catch (OperationCanceledException) when (execution.IsCancellationRequested)
            {
                // Redirected or over; the loop decides which.
            }
            catch (WebhookException failure) when (step is CallStep.Join)
            {
                // A wait document that fails stops the join, and the leg has nothing else to do.
                world.Report.Violation($"{failure.Code}", call.Sid, $"conference audio: {failure.Message}");
            }
        }

        if (!call.IsSilentlyGone)
        {
            call.HangUp();
        }
    }

    private Task DoAsync(CallStep step, CancellationToken execution) => step switch
    {
        CallStep.Fetch fetch => FollowAsync(fetch.Source, null, DocumentContext.Call, execution),
        CallStep.Follow follow => FollowAsync(null, follow.Document, DocumentContext.Call, execution),
        CallStep.Join join => StayInRoomAsync(join.Room, join.Settings, execution),
        CallStep.Bridge bridge => bridge.UntilOver.OrCancelledAsync(execution),
        _ => throw new InvalidOperationException($"Unknown step {step.GetType().Name}."),
    };

    /// <summary>Follows documents until one runs off its end, hangs up or leaves.</summary>
    private async Task<VerbExit> FollowAsync(
        DocumentSource? source, TwimlDocument? document, DocumentContext context, CancellationToken cancel)
    {
        while (true)
        {
            VerbExit exit;
            try
            {
                document ??= await RequestAsync(source!, context, cancel);
                exit = await RunVerbsAsync(new(document, context, cancel));
            }
            catch (WebhookException failure) when (context == DocumentContext.Call)
            {
                document = await FallBackAsync(failure, cancel);
                exit = await RunVerbsAsync(new(document, context, cancel));
            }

            switch (exit)
            {
                case VerbExit.GotoDocument go:
                    (source, document) = (go.Source, null);
                    break;
                case VerbExit.FollowDocument follow:
                    document = follow.Document;
                    break;
                case VerbExit.HangUpCall:
                    call.HangUp();
                    return exit;
                default:
                    return exit;
            }
        }
    }

    private async Task<TwimlDocument> RequestAsync(DocumentSource source, DocumentContext context, CancellationToken cancel)
    {
        TwimlDocument document;
        if (source.Inline is { } inline)
        {
            document = world.Reader.ReadInline(inline, call.Sid);
        }
        else
        {
            world.Invariants.CheckPrivate(call, source.Url!);
            var fields = VoiceFields.For(world, call);
            fields.AddRange(source.Fields);
            lastFields = fields;
            var reply = await world.Webhooks.SendAsync(
                new() { Url = source.Url!, Method = source.Method, Fields = fields, Cookies = call.Cookies, Sid = call.Sid }, cancel);
            document = world.Reader.Read(reply, source.Method, source.Url, call.Sid);
        }

        call.Document = document.Text;
        foreach (var verb in document.Verbs)
        {
            if (!TwimlSchema.Allows(context, verb.Name.LocalName))
            {
                throw new WebhookException(
                    TwimlSchema.RefusalCode(context), source.Url ?? "inline", $"<{verb.Name.LocalName}> is not allowed here");
            }
        }

        return document;
    }

    /// <summary>Asks the leg's fallback URL what to do; without an answer there the caller hears an apology and the line goes dead.</summary>
    private async Task<TwimlDocument> FallBackAsync(WebhookException failure, CancellationToken cancel)
    {
        world.Report.Note($"{failure.Code}", call.Sid, $"{failure.Message} from {SimulatorWorld.Redact(failure.Url)}");
        if (call.Fallback is { Url.Length: > 0 } fallback)
        {
            var fields = new FieldList(lastFields) { { "ErrorCode", failure.Code }, { "ErrorUrl", failure.Url } };
            var reply = await world.Webhooks.SendAsync(
                new() { Url = fallback.Url, Method = fallback.Method, Fields = fields, Cookies = call.Cookies, Sid = call.Sid }, cancel);
            try
            {
                var document = world.Reader.Read(reply, fallback.Method, fallback.Url, call.Sid);
                call.Document = document.Text;
                return document;
            }
            catch (WebhookException second)
            {
                world.Report.Note($"{second.Code}", call.Sid, $"fallback: {second.Message}");
            }
        }

        call.Progress(CallStatus.InProgress);
        call.Transcript.Add("line", "We are sorry, an application error has occurred. Goodbye.");
        world.Report.Violation("15.1", call.Sid, $"call ended by application error {failure.Code}: {failure.Message}");
        await world.PauseAsync(TimeSpan.FromSeconds(4), cancel);
        return new() { Url = null, Text = "", Verbs = [new XElement("Hangup")] };
    }

    private async Task<VerbExit> RunVerbsAsync(VerbFrame frame)
    {
        foreach (var verb in frame.Document.Verbs)
        {
            frame.Cancel.ThrowIfCancellationRequested();
            if (frame.Context == DocumentContext.Call && !AnswersFor(verb))
            {
                return VerbExit.Next;
            }

            var exit = await ExecuteAsync(verb, frame);
            if (exit is not VerbExit.NextVerb)
            {
                return exit;
            }
        }

        return VerbExit.Next;
    }

    /// <summary>Answers the call unless the verb leaves it ringing.</summary>
    /// <returns>False when the verb refused the call.</returns>
    private bool AnswersFor(XElement verb)
    {
        if (call.Status is not (CallStatus.Ringing or CallStatus.Queued or CallStatus.Initiated))
        {
            return true;
        }

        switch (verb.Name.LocalName)
        {
            case "Reject":
                call.End(verb.Text("reason") == "busy" ? CallStatus.Busy : CallStatus.NoAnswer);
                return false;
            case "Pause" when world.Options.Unsettled.PauseOnlyNeverAnswers || verb.NextNode is not null:
            case "Dial" when verb.Flag("answerOnBridge", false):
                return true;
            default:
                call.Progress(CallStatus.InProgress);
                return true;
        }
    }

    private Task<VerbExit> ExecuteAsync(XElement verb, VerbFrame frame) => verb.Name.LocalName switch
    {
        "Say" or "Play" or "Pause" => SoundAsync(verb, frame),
        "Gather" => GatherAsync(verb, frame),
        "Enqueue" => EnqueueAsync(verb, frame),
        "Leave" => Task.FromResult(VerbExit.Leave),
        "Dial" => DialAsync(verb, frame),
        "Record" => RecordAsync(verb, frame),
        "Redirect" => Task.FromResult(Redirect(verb, frame)),
        "Hangup" or "Reject" => Task.FromResult(VerbExit.HangUp),
        "Sms" or "Message" => Task.FromResult(Text(verb)),
        var other => throw new WebhookException(12100, frame.Document.Url ?? "inline", $"<{other}> is not simulated"),
    };

    private VerbExit Redirect(XElement verb, VerbFrame frame)
    {
        var url = frame.Document.Resolve(verb.Value.Trim());
        if (frame.Context == DocumentContext.Call)
        {
            NoteLoop(url, frame);
        }

        return VerbExit.Goto(DocumentSource.At(url, verb.Method("method")));
    }

    private VerbExit Text(XElement verb)
    {
        var body = verb.Element("Body")?.Value ?? verb.Value;
        world.Messages.Send(verb.Text("from") ?? world.PhoneNumber, verb.Text("to") ?? call.From, body.Trim(), callback: null);
        return VerbExit.Next;
    }

    /// <summary>Counts a document that asks for itself: the third time running is a loop.</summary>
    private void NoteLoop(string url, VerbFrame frame)
    {
        var (bare, _) = ConnectionOverrides.Split(url);
        var (self, _) = ConnectionOverrides.Split(frame.Document.RequestedUrl ?? "");
        loops = bare == self ? (bare == loopUrl ? loops + 1 : 1) : 0;
        loopUrl = bare;
        if (loops == 3)
        {
            world.Report.Violation("5.6", call.Sid, $"{SimulatorWorld.Redact(url)} asked for itself three times running");
        }

        if (loops > 20)
        {
            throw new WebhookException(12100, url, "endless loop");
        }
    }
}
