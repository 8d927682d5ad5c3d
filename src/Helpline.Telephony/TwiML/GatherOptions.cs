namespace Helpline.Telephony.TwiML;

/// <summary>What a Gather listens for.</summary>
internal enum GatherInput
{
    /// <summary>Keys.</summary>
    Keys,

    /// <summary>Speech.</summary>
    Speech,

    /// <summary>Whichever comes first.</summary>
    KeysOrSpeech,
}

/// <summary>One question to a caller.</summary>
internal sealed record GatherOptions
{
    /// <summary>Where the answer is posted. Required: without it Twilio asks for the same document again, for ever.</summary>
    public required string Action { get; init; }

    /// <summary>Keys unless said otherwise.</summary>
    public GatherInput Input { get; init; } = GatherInput.Keys;

    /// <summary>Answers at once after so many keys.</summary>
    public int? NumDigits { get; init; }

    /// <summary>Silence allowed after the prompts, in seconds. Ten by default: relay assistants cannot press keys fast.</summary>
    public int Timeout { get; init; } = 10;

    /// <summary>The key that ends the answer; empty for none.</summary>
    public string FinishOnKey { get; init; } = "#";

    /// <summary>Silence that ends speech, in seconds, or <c>auto</c>, which needs <see cref="SpeechModel"/>.</summary>
    public string? SpeechTimeout { get; init; }

    /// <summary>The recogniser.</summary>
    public string? SpeechModel { get; init; }

    /// <summary>Words and phrases to expect: at most 500, of at most 100 characters.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Posts to <see cref="Action"/> when nothing was said too, instead of going on to the next verb.</summary>
    public bool ActionOnEmptyResult { get; init; }
}
