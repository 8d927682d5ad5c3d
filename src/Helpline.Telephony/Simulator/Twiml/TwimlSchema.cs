namespace Helpline.Telephony.Simulator.Twiml;

/// <summary>Elements, attributes and values the service knows, for the part of TwiML the helpline uses.</summary>
internal static class TwimlSchema
{
    private const string Verb = "GET|POST";
    private const string Flag = "true|false";
    private const string NumberEvents = "*initiated|ringing|answered|completed";
    private const string RecordingEvents = "*in-progress|completed|absent";

    private static readonly string[] Prose =
        ["break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"];

    private static readonly Dictionary<string, TwimlElement> Elements = new(StringComparer.Ordinal)
    {
        ["Say"] = new("voice;language;loop=#", true, Prose),
        ["Play"] = new("loop=#;digits", true),
        ["Pause"] = new("length=#", false),
        ["Gather"] = new(
            $"input=dtmf|speech|dtmf speech|speech dtmf;action;method={Verb};timeout=#;finishOnKey;numDigits=#;speechTimeout;"
            + $"speechModel;language;hints;profanityFilter={Flag};partialResultCallback;partialResultCallbackMethod={Verb};"
            + $"actionOnEmptyResult={Flag};bargeIn={Flag};enhanced={Flag};dtmfDetection",
            false,
            "Say",
            "Play",
            "Pause"),
        ["Enqueue"] = new($"action;method={Verb};waitUrl;waitUrlMethod={Verb};maxQueueSize=#;workflowSid", true),
        ["Leave"] = new("", false),
        ["Dial"] = new(
            $"action;method={Verb};timeout=#;timeLimit=#;hangupOnStar={Flag};callerId;answerOnBridge={Flag};ringTone;"
            + "record=do-not-record|record-from-answer|record-from-answer-dual|record-from-ringing|record-from-ringing-dual|true|false;"
            + $"trim=trim-silence|do-not-trim;recordingStatusCallback;recordingStatusCallbackMethod={Verb};"
            + $"recordingStatusCallbackEvent={RecordingEvents};sequential={Flag}",
            true,
            "Number",
            "Client",
            "Conference",
            "Queue"),
        ["Number"] = new(
            $"url;method={Verb};sendDigits;statusCallback;statusCallbackMethod={Verb};statusCallbackEvent={NumberEvents};byoc;"
            + "machineDetection;amdStatusCallback",
            true),
        ["Client"] = new(
            $"url;method={Verb};statusCallback;statusCallbackMethod={Verb};statusCallbackEvent={NumberEvents}", true, "Identity", "Parameter"),
        ["Identity"] = new("", true),
        ["Parameter"] = new("name;value", false),
        ["Queue"] = new($"url;method={Verb};reservationSid;postWorkActivitySid", true),
        ["Conference"] = new(
            $"muted={Flag};beep=true|false|onEnter|onExit;startConferenceOnEnter={Flag};endConferenceOnExit={Flag};participantLabel;"
            + $"jitterBufferSize=off|small|medium|large;waitUrl;waitMethod={Verb};maxParticipants=#;"
            + "record=do-not-record|record-from-start;region=us1|ie1|de1|sg1|br1|au1|jp1|in1;coach;trim=trim-silence|do-not-trim;"
            + $"statusCallback;statusCallbackMethod={Verb};"
            + "statusCallbackEvent=*start|end|join|leave|mute|hold|modify|speaker|announcement;"
            + $"recordingStatusCallback;recordingStatusCallbackMethod={Verb};recordingStatusCallbackEvent={RecordingEvents};"
            + $"eventCallbackUrl",
            true),
        ["Record"] = new(
            $"action;method={Verb};timeout=#;finishOnKey;maxLength=#;playBeep={Flag};trim=trim-silence|do-not-trim;"
            + $"recordingStatusCallback;recordingStatusCallbackMethod={Verb};recordingStatusCallbackEvent={RecordingEvents};"
            + $"transcribe={Flag};transcribeCallback",
            false),
        ["Redirect"] = new($"method={Verb}", true),
        ["Hangup"] = new("", false),
        ["Reject"] = new("reason=rejected|busy", false),
        ["Sms"] = new($"to;from;action;method={Verb};statusCallback", true),
        ["Message"] = new($"to;from;action;method={Verb};statusCallback", true, "Body"),
        ["Body"] = new("", true),
    };

    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "Number", "Client", "Identity", "Parameter", "Queue", "Conference", "Body",
    };

    public static TwimlElement? Find(string name) => Elements.GetValueOrDefault(name);

    public static bool IsVerb(string name) => Elements.ContainsKey(name) && !Nouns.Contains(name);

    /// <summary>Whether a verb may run here; the conference rule has its own error code.</summary>
    public static bool Allows(DocumentContext context, string verb) => context switch
    {
        DocumentContext.Call => true,
        DocumentContext.QueueWait => verb is "Play" or "Say" or "Pause" or "Hangup" or "Redirect" or "Leave" or "Gather",
        DocumentContext.ConferenceWait => verb is "Play" or "Say" or "Pause" or "Redirect",
        DocumentContext.Whisper => verb is "Play" or "Say" or "Pause" or "Gather" or "Hangup",
    };

    /// <summary>The error for a verb that may not run here.</summary>
    public static int RefusalCode(DocumentContext context) => context switch
    {
        DocumentContext.Call or DocumentContext.QueueWait => 12100,
        DocumentContext.ConferenceWait => 13238,
        DocumentContext.Whisper => 13201,
    };
}

/// <summary>
/// One element: its attributes as <c>name</c> (any value), <c>name=a|b</c> (one of), <c>name=*a|b</c> (any of, space-separated)
/// or <c>name=#</c> (a whole number), whether it has text, and what may nest in it.
/// </summary>
internal sealed class TwimlElement(string attributes, bool hasText, params string[] children)
{
    private readonly Dictionary<string, string?> rules = attributes
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(a => a.Split('=', 2))
        .ToDictionary(a => a[0], a => a.Length > 1 ? a[1] : null, StringComparer.Ordinal);

    public bool HasText => hasText;

    public bool MayHold(string child) => children.Contains(child, StringComparer.Ordinal);

    /// <summary>Null when the attribute is good, otherwise what is wrong with it.</summary>
    public string? Fault(string name, string value)
    {
        if (!rules.TryGetValue(name, out var rule))
        {
            return $"attribute '{name}' is not allowed";
        }

        var good = rule switch
        {
            null => true,
            "#" => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 0,
            ['*', ..] => value.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(v => rule[1..].Split('|').Contains(v)),
            _ => rule.Split('|').Contains(value),
        };
        return good ? null : $"attribute '{name}' has an invalid value";
    }
}
