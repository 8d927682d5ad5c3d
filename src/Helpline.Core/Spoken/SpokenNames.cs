using System.Globalization;

namespace Helpline.Core.Spoken;

/// <summary>What is spoken, in the words staff read.</summary>
public static class SpokenNames
{
    /// <summary>A voice, as "Amy, a woman’s voice (neural)".</summary>
    public static string Of(SpokenVoice voice) => voice switch
    {
        SpokenVoice.AmyNeural => "Amy, a woman’s voice (neural)",
        SpokenVoice.EmmaNeural => "Emma, a woman’s voice (neural)",
        SpokenVoice.BrianNeural => "Brian, a man’s voice (neural)",
        SpokenVoice.ArthurNeural => "Arthur, a man’s voice (neural)",
        SpokenVoice.AmyGenerative => "Amy, a woman’s voice (generative)",
        SpokenVoice.Amy => "Amy, a woman’s voice (standard)",
        SpokenVoice.Emma => "Emma, a woman’s voice (standard)",
        SpokenVoice.Brian => "Brian, a man’s voice (standard)",
    };

    /// <summary>A part, within a sentence.</summary>
    public static string Of(SpokenPart part) => part switch
    {
        SpokenPart.Greeting => "greeting",
        SpokenPart.Privacy => "privacy notice",
    };

    /// <summary>A kind of file.</summary>
    public static string Of(SoundKind kind) => kind switch
    {
        SoundKind.Wav => "WAV",
        SoundKind.Mp3 => "MP3",
    };

    /// <summary>A length in seconds, as "1 second" or "24 seconds".</summary>
    public static string Seconds(int seconds) => seconds == 1 ? "1 second" : string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds");
}
