using System.Xml.Linq;
using Helpline.Telephony.Simulator.Twiml;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>A Gather's attributes with the service's defaults.</summary>
internal sealed record GatherTerms
{
    public bool Keys { get; init; }

    public bool Speech { get; init; }

    public TimeSpan Timeout { get; init; }

    public string FinishOnKey { get; init; } = "#";

    /// <summary>Zero means no limit.</summary>
    public int NumDigits { get; init; }

    public string? SpeechTimeout { get; init; }

    public string? SpeechModel { get; init; }

    public bool ActionOnEmptyResult { get; init; }

    /// <summary>Silence that ends speech.</summary>
    public TimeSpan Silence => SpeechTimeout switch
    {
        null => Timeout,
        "auto" => TimeSpan.FromSeconds(1),
        var text when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) => TimeSpan.FromSeconds(seconds),
        _ => Timeout,
    };

    public static GatherTerms Of(XElement verb)
    {
        var input = verb.Text("input") is { Length: > 0 } words ? words.Split(' ') : ["dtmf"];
        return new()
        {
            Keys = input.Contains("dtmf"),
            Speech = input.Contains("speech"),
            Timeout = verb.Seconds("timeout", 5),
            FinishOnKey = verb.Text("finishOnKey") ?? "#",
            NumDigits = verb.Number("numDigits", 0),
            SpeechTimeout = verb.Text("speechTimeout"),
            SpeechModel = verb.Text("speechModel"),
            ActionOnEmptyResult = verb.Flag("actionOnEmptyResult", false),
        };
    }
}
