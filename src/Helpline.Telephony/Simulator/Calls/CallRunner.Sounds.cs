using System.Globalization;
using System.Xml.Linq;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Say, Play and Pause: they take as long as they would.</summary>
internal sealed partial class CallRunner
{
    private const int MaxSayLength = 4096;
    private const int EndlessLoops = 1000;
    private static readonly TimeSpan LongestMedia = TimeSpan.FromMinutes(40);

    private static readonly Dictionary<string, string> BritishVoices = new(StringComparer.Ordinal)
    {
        ["Amy"] = "en-GB",
        ["Emma"] = "en-GB",
        ["Brian"] = "en-GB",
        ["Arthur"] = "en-GB",
        ["Gwyneth"] = "cy-GB",
    };

    private async Task<VerbExit> SoundAsync(XElement verb, VerbFrame frame)
    {
        switch (verb.Name.LocalName)
        {
            case "Pause":
                await world.PauseAsync(verb.Seconds("length", 1), frame.Cancel);
                break;
            case "Say":
                await SayAsync(verb, frame);
                break;
            default:
                await PlayAsync(verb, frame);
                break;
        }

        return VerbExit.Next;
    }

    private async Task SayAsync(XElement verb, VerbFrame frame)
    {
        var text = string.Join(' ', verb.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > MaxSayLength)
        {
            throw new WebhookException(13520, frame.Document.Url ?? "inline", "Say over 4096 characters");
        }

        if (VoiceFault(verb) is { } fault)
        {
            world.Report.Warning("13512", call.Sid, fault);
            return;
        }

        for (var times = Times(verb); times > 0; times--)
        {
            call.Transcript.Add("helpline", text);
            await world.PauseAsync(TimeSpan.FromSeconds(text.Length / world.Options.SpeechCharactersPerSecond), frame.Cancel);
        }
    }

    private static string? VoiceFault(XElement verb)
    {
        var (voice, language) = (verb.Text("voice"), verb.Text("language"));
        switch (voice)
        {
            case null or "man" or "woman" or "alice":
                return null;
            case not null when voice.StartsWith("Polly.", StringComparison.Ordinal):
                var name = voice["Polly.".Length..].Split('-')[0];
                return BritishVoices.TryGetValue(name, out var spoken) && language is not null && language != spoken
                    ? $"voice {voice} does not speak {language}"
                    : null;
            case not null when voice.StartsWith("Google.", StringComparison.Ordinal):
                return language is not null && !voice["Google.".Length..].StartsWith(language, StringComparison.Ordinal)
                    ? $"voice {voice} does not speak {language}"
                    : null;
            default:
                return $"voice {voice} is unknown";
        }
    }

    private async Task PlayAsync(XElement verb, VerbFrame frame)
    {
        if (verb.Text("digits") is { } digits)
        {
            await world.PauseAsync(TimeSpan.FromSeconds(0.5 * digits.Length), frame.Cancel);
            return;
        }

        var url = frame.Document.Resolve(verb.Value.Trim());
        var length = await world.MediaLengthAsync(url, frame.Cancel);
        for (var times = Times(verb); times > 0; times--)
        {
            call.Transcript.Add("line", $"plays {new Uri(url).AbsolutePath}");
            await world.PauseAsync(length < LongestMedia ? length : LongestMedia, frame.Cancel);
            if (length > LongestMedia)
            {
                world.Report.Warning("5.2", call.Sid, "media over 40 minutes dropped the call");
                call.HangUp();
                frame.Cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private static int Times(XElement verb) => verb.Number("loop", 1) is var loop && loop == 0 ? EndlessLoops : loop;

    private static string Whole(TimeSpan time) => ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
