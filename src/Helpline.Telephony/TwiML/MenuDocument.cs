namespace Helpline.Telephony.TwiML;

/// <summary>A document that may ask and may hang up.</summary>
internal abstract class MenuDocument<TSelf>(SpeechStyle? style) : TwimlDocument<TSelf>(style)
    where TSelf : MenuDocument<TSelf>
{
    /// <summary>Asks; without an answer the call goes on with the next verb.</summary>
    public TSelf Gather(GatherOptions options, Action<GatherPrompts>? prompts = null)
    {
        Check(options);
        var speech = options.Input is not GatherInput.Keys;
        var nested = new GatherPrompts(Style);
        prompts?.Invoke(nested);
        var verb = Verb(
            "Gather",
            ("input", Input(options.Input)),
            ("action", TwimlText.Url(options.Action)),
            ("method", "POST"),
            ("timeout", TwimlText.Value(options.Timeout)),
            ("finishOnKey", options.FinishOnKey),
            ("numDigits", TwimlText.Value(options.NumDigits)),
            ("language", speech ? Style.Language : null),
            ("speechTimeout", options.SpeechTimeout),
            ("speechModel", options.SpeechModel),
            ("hints", options.Hints.Count > 0 ? string.Join(',', options.Hints.Select(TwimlText.Clean)) : null),
            ("actionOnEmptyResult", options.ActionOnEmptyResult ? "true" : null));
        verb.Add(nested.Element.Elements());
        return Add(verb);
    }

    /// <summary>Ends the call; nothing may follow.</summary>
    public TSelf Hangup() => Add(Verb("Hangup"), ends: true);

    private static void Check(GatherOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Timeout);
        if (options.NumDigits is { } digits)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(digits);
        }

        if (options.SpeechTimeout == "auto" && options.SpeechModel is null)
        {
            throw new ArgumentException("speechTimeout=auto needs an explicit speechModel.", nameof(options));
        }

        if (options.Hints.Count > 500 || options.Hints.Any(hint => hint.Length > 100 || hint.Contains(',', StringComparison.Ordinal)))
        {
            throw new ArgumentException("At most 500 hints of at most 100 characters without commas.", nameof(options));
        }
    }

    private static string Input(GatherInput input) => input switch
    {
        GatherInput.Keys => "dtmf",
        GatherInput.Speech => "speech",
        GatherInput.KeysOrSpeech => "dtmf speech",
    };
}
