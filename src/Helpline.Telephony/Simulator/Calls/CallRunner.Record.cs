using System.Xml.Linq;
using Helpline.Telephony.Simulator.Recordings;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Record: a message after the beep.</summary>
internal sealed partial class CallRunner
{
    private static readonly TimeSpan Beep = TimeSpan.FromSeconds(0.5);

    private async Task<VerbExit> RecordAsync(XElement verb, VerbFrame frame)
    {
        if (verb.Flag("transcribe", false))
        {
            world.Report.Warning("5.16", call.Sid, "transcription is for US English only");
        }

        if (verb.Flag("playBeep", true))
        {
            call.Transcript.Add("line", "beep");
            await world.PauseAsync(Beep, frame.Cancel);
        }

        var message = new VoiceMessage { Started = world.Clock.GetUtcNow() };
        using var listening = call.Inputs.Listen();
        try
        {
            await ListenAsync(verb, message, frame.Cancel);
        }
        catch (OperationCanceledException) when (call.IsOver)
        {
            message.Length = world.Clock.GetUtcNow() - message.Started;
            message.Digits = "hangup";
            Forget(RecordAction(verb, frame, Keep(verb, frame, message), message));
            throw;
        }

        // Silence makes no recording and no request.
        return message.Heard
            ? VerbExit.Goto(RecordAction(verb, frame, Keep(verb, frame, message), message))
            : VerbExit.Next;
    }

    private async Task ListenAsync(XElement verb, VoiceMessage message, CancellationToken cancel)
    {
        var silence = verb.Seconds("timeout", 5);
        var longest = verb.Seconds("maxLength", 3600);
        var finish = verb.Text("finishOnKey") ?? "1234567890*#";
        while (true)
        {
            var left = longest - (world.Clock.GetUtcNow() - message.Started);
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            switch (await call.Inputs.NextAsync(left < silence ? left : silence, cancel))
            {
                case LegInput.Key key when finish.Contains(key.Digit, StringComparison.Ordinal):
                    message.Digits = key.Digit.ToString();
                    return;
                case LegInput.Speech speech:
                    message.Heard = true;
                    var spoken = TimeSpan.FromSeconds(speech.Text.Length / world.Options.SpeechCharactersPerSecond);
                    await world.PauseAsync(spoken < left ? spoken : left, cancel);
                    message.Length = world.Clock.GetUtcNow() - message.Started;
                    break;
                case null:
                    return;
            }
        }
    }

    private Recording Keep(XElement verb, VerbFrame frame, VoiceMessage message)
    {
        var length = message.Length < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : message.Length;
        return world.Recordings.AddMessage(call, message.Started, message.Heard ? length : TimeSpan.Zero, RecordingCallbackOf(verb, frame));
    }

    private DocumentSource RecordAction(XElement verb, VerbFrame frame, Recording recording, VoiceMessage message)
    {
        var fields = new FieldList
        {
            { "RecordingUrl", recording.MediaUrl },
            { "RecordingSid", recording.Sid },
            { "RecordingDuration", Whole(recording.Duration) },
            { "Digits", message.Digits },
        };
        if (verb.Text("action") is { Length: > 0 } action)
        {
            return DocumentSource.At(frame.Document.Resolve(action), verb.Method("method"), fields);
        }

        var again = frame.Again(fields);
        NoteLoop(again.Url!, frame);
        return again;
    }

    private sealed class VoiceMessage
    {
        public DateTimeOffset Started { get; init; }

        public TimeSpan Length { get; set; }

        public bool Heard { get; set; }

        public string? Digits { get; set; }
    }
}
