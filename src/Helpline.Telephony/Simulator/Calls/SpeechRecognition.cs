using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>What the service's recogniser makes of speech: capitals, a full stop, and nonsense for anything spelled out.</summary>
internal static partial class SpeechRecognition
{
    private static readonly string[] Nonsense = ["see", "for", "you", "are", "eight", "to", "oh", "be"];

    public static string Hear(string said, Random random)
    {
        var text = SpelledOut().Replace(said.Trim(), _ => Nonsense[random.Next(Nonsense.Length)] + " " + Nonsense[random.Next(Nonsense.Length)]);
        if (text.Length == 0)
        {
            return "";
        }

        var sentence = char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
        return sentence[^1] is '.' or '?' or '!' ? sentence : sentence + ".";
    }

    // Letters and digits mixed in one word (a postcode, a reference), or letters said one by one.
    [GeneratedRegex(@"\b(?=\w*[0-9])(?=\w*[A-Za-z])\w+\b|\b[A-Za-z](?: [A-Za-z])+\b")]
    private static partial Regex SpelledOut();
}
