namespace Helpline.Telephony.TwiML;

/// <summary>Who speaks. Always written out: an account's own default may be another language.</summary>
internal sealed record SpeechStyle
{
    /// <summary>British English in a neural voice.</summary>
    public static SpeechStyle Default { get; } = new();

    /// <summary>A voice of <see cref="Language"/>; a pair that does not match fails the verb.</summary>
    public string Voice { get; init; } = "Polly.Amy-Neural";

    /// <summary>The language spoken, and the one listened for.</summary>
    public string Language { get; init; } = "en-GB";
}
