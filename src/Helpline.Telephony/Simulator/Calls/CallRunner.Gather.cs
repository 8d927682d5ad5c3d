using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Gather: keys or speech, whichever comes first.</summary>
internal sealed partial class CallRunner
{
    private static readonly TimeSpan LongestSpeech = TimeSpan.FromSeconds(60);

    private async Task<VerbExit> GatherAsync(XElement verb, VerbFrame frame)
    {
        var terms = GatherTerms.Of(verb);
        if (terms is { Speech: true, SpeechTimeout: "auto", SpeechModel: null })
        {
            world.Report.Warning("13335", call.Sid, "speechTimeout=auto with the default model");
        }

        using var listening = call.Inputs.Listen();
        FieldList? heard;
        try
        {
            heard = await HearAsync(verb, terms, frame);
        }
        catch (OperationCanceledException) when (call.IsOver && world.Options.Unsettled.GatherActionOnHangup)
        {
            Forget(GatherAction(verb, frame, []));
            throw;
        }

        if (heard is null && !terms.ActionOnEmptyResult)
        {
            return VerbExit.Next;
        }

        // Without input the field is empty or missing, and the app must cope with either.
        heard ??= world.Chance(0.5) ? [] : new FieldList { { "Digits", "" } };
        return VerbExit.Goto(GatherAction(verb, frame, heard));
    }

    private DocumentSource GatherAction(XElement verb, VerbFrame frame, FieldList fields)
    {
        if (verb.Text("action") is { Length: > 0 } action)
        {
            return DocumentSource.At(frame.Document.Resolve(action), verb.Method("method"), fields);
        }

        var again = frame.Again(fields);
        NoteLoop(again.Url!, frame);
        return again;
    }

    /// <returns>The fields of the input, or null when there was none.</returns>
    private async Task<FieldList?> HearAsync(XElement verb, GatherTerms terms, VerbFrame frame)
    {
        var first = await FirstInputAsync(verb, terms, frame);
        return first switch
        {
            LegInput.Key key => await KeysAsync(key, terms, frame.Cancel),
            LegInput.Speech speech => await SpeechAsync(speech, verb, terms, frame),
            _ => null,
        };
    }

    /// <summary>Plays what is nested until someone speaks or presses; the timeout starts when it has ended.</summary>
    private async Task<LegInput?> FirstInputAsync(XElement verb, GatherTerms terms, VerbFrame frame)
    {
        using var prompt = CancellationTokenSource.CreateLinkedTokenSource(frame.Cancel);
        var playing = PromptAsync(verb, frame with { Cancel = prompt.Token });
        var input = WantedInputAsync(terms, Timeout.InfiniteTimeSpan, prompt.Token);
        if (await Task.WhenAny(playing, input) == playing && !input.IsCompleted)
        {
            prompt.Cancel();
            await Swallow(input);
            await playing;
            return await WantedInputAsync(terms, terms.Timeout, frame.Cancel);
        }

        prompt.Cancel();
        await Swallow(playing);
        frame.Cancel.ThrowIfCancellationRequested();
        return await input;
    }

    private async Task PromptAsync(XElement verb, VerbFrame frame)
    {
        foreach (var sound in verb.Elements())
        {
            await SoundAsync(sound, frame);
        }
    }

    private async Task<LegInput?> WantedInputAsync(GatherTerms terms, TimeSpan timeout, CancellationToken cancel)
    {
        var until = timeout == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : world.Clock.GetUtcNow() + timeout;
        while (true)
        {
            var left = until == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : until - world.Clock.GetUtcNow();
            if (left != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero)
            {
                return null;
            }

            var input = await call.Inputs.NextAsync(left, cancel);
            if (input is null || (input is LegInput.Key ? terms.Keys : terms.Speech))
            {
                return input;
            }
        }
    }

    private async Task<FieldList?> KeysAsync(LegInput.Key first, GatherTerms terms, CancellationToken cancel)
    {
        var digits = new StringBuilder();
        for (LegInput? input = first; input is not null; input = await WantedInputAsync(terms with { Speech = false }, terms.Timeout, cancel))
        {
            var digit = ((LegInput.Key)input).Digit;
            if (terms.FinishOnKey.Contains(digit, StringComparison.Ordinal))
            {
                return digits.Length > 0 || world.Options.Unsettled.FinishKeyAloneSendsEmptyDigits
                    ? new FieldList { { "Digits", digits.ToString() } }
                    : null;
            }

            digits.Append(digit);
            if (digits.Length == terms.NumDigits)
            {
                break;
            }
        }

        return [new("Digits", digits.ToString())];
    }

    private async Task<FieldList> SpeechAsync(LegInput.Speech first, XElement verb, GatherTerms terms, VerbFrame frame)
    {
        var said = new StringBuilder();
        var until = world.Clock.GetUtcNow() + LongestSpeech;
        for (LegInput? input = first; input is not null; input = await WantedInputAsync(terms with { Keys = false }, Patience(), frame.Cancel))
        {
            said.Append(said.Length > 0 ? " " : "").Append(((LegInput.Speech)input).Text);
            PostPartial(verb, frame, said.ToString());
        }

        var fields = new FieldList { { "SpeechResult", SpeechRecognition.Hear(said.ToString(), world.Random) } };
        if (world.Chance(0.9))
        {
            fields.Add("Confidence", (0.4 + (world.Random.NextDouble() * 0.6)).ToString("F8", CultureInfo.InvariantCulture));
        }

        return fields;

        TimeSpan Patience() => until - world.Clock.GetUtcNow() is var left && left < terms.Silence ? left : terms.Silence;
    }

    // May reach the app after the final action: the courier keeps no order.
    private void PostPartial(XElement verb, VerbFrame frame, string said)
    {
        if (verb.Text("partialResultCallback") is { Length: > 0 } url)
        {
            var fields = VoiceFields.For(world, call);
            fields.Add("UnstableSpeechResult", said);
            fields.Add("SequenceNumber", 0);
            world.Courier.Post(
                new()
                {
                    Url = frame.Document.Resolve(url),
                    Method = verb.Method("partialResultCallbackMethod"),
                    Fields = fields,
                    Sid = call.Sid,
                },
                15003);
        }
    }

    private static async Task Swallow(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // Stopped on purpose.
        }
    }

    /// <summary>Makes a request whose answer nobody executes: the leg is over.</summary>
    private void Forget(DocumentSource source) => world.Background(async () =>
    {
        var fields = VoiceFields.For(world, call);
        fields.AddRange(source.Fields);
        await world.Webhooks.SendAsync(
            new() { Url = source.Url!, Method = source.Method, Fields = fields, Cookies = call.Cookies, Sid = call.Sid }, world.Stopping);
    });
}
