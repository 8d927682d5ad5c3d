using Helpline.Core.Spoken;

namespace Helpline.Telephony.TwiML;

/// <summary>Who speaks. Always written out: an account's own default may be another language.</summary>
internal sealed record SpeechStyle
{
    /// <summary>British English in a neural voice.</summary>
    public static SpeechStyle Default { get; } = new();

    /// <summary>The style of a chosen voice. Each of these names is one the service has for British English.</summary>
    public static SpeechStyle Of(SpokenVoice voice) => new()
    {
        Voice = voice switch
        {
            SpokenVoice.AmyNeural => "Polly.Amy-Neural",
            SpokenVoice.EmmaNeural => "Polly.Emma-Neural",
            SpokenVoice.BrianNeural => "Polly.Brian-Neural",
            SpokenVoice.ArthurNeural => "Polly.Arthur-Neural",
            SpokenVoice.AmyGenerative => "Polly.Amy-Generative",
            SpokenVoice.Amy => "Polly.Amy",
            SpokenVoice.Emma => "Polly.Emma",
            SpokenVoice.Brian => "Polly.Brian",
        },
    };

    /// <summary>A voice of <see cref="Language"/>; a pair that does not match fails the verb.</summary>
    public string Voice { get; init; } = "Polly.Amy-Neural";

    /// <summary>The language spoken, and the one listened for.</summary>
    public string Language { get; init; } = "en-GB";
}
