namespace Helpline.Telephony.TwiML;

/// <summary>Taking a voicemail. Never transcribed: Twilio's transcription knows US English only.</summary>
internal sealed record RecordOptions
{
    /// <summary>Where the call goes on. Required: without it Twilio asks for the same document again.</summary>
    public required string Action { get; init; }

    /// <summary>How the action is asked for; a static host answers a GET.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Told when the recording is really there.</summary>
    public required string RecordingStatusCallback { get; init; }

    /// <summary>Longest message, in seconds.</summary>
    public int MaxLength { get; init; } = 180;

    /// <summary>Silence that ends the message, in seconds.</summary>
    public int Timeout { get; init; } = 5;

    /// <summary>The key that ends the message; Twilio's own default is any key.</summary>
    public string FinishOnKey { get; init; } = "#";
}
