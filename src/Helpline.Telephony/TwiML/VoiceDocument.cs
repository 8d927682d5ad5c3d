using System.Text.RegularExpressions;

namespace Helpline.Telephony.TwiML;

/// <summary>A document that drives a call: every verb we use.</summary>
internal sealed partial class VoiceDocument(SpeechStyle? style = null) : MenuDocument<VoiceDocument>(style)
{
    /// <summary>Turns the call away unanswered and unbilled; must come first, and nothing may follow.</summary>
    public VoiceDocument Reject(RejectReason reason)
    {
        var name = reason switch { RejectReason.Rejected => "rejected", RejectReason.Busy => "busy" };
        return IsEmpty
            ? Add(Verb("Reject", ("reason", name)), ends: true)
            : throw new InvalidOperationException("Reject must be the first verb.");
    }

    /// <summary>Queues the caller; its action takes over when the wait ends, so nothing may follow.</summary>
    public VoiceDocument Enqueue(EnqueueOptions options)
    {
        var verb = Verb(
            "Enqueue",
            ("action", TwimlText.Url(options.Action)),
            ("method", "POST"),
            ("waitUrl", TwimlText.Url(options.WaitUrl)),
            ("waitUrlMethod", "POST"));
        return Add(verb, Name(options.Queue, 64), ends: true);
    }

    /// <summary>Joins a room. With an action nothing may follow.</summary>
    public VoiceDocument DialConference(DialConferenceOptions options)
    {
        var dial = Verb(
            "Dial",
            ("action", options.Action is null ? null : TwimlText.Url(options.Action)),
            ("method", options.Action is null ? null : "POST"),
            ("timeLimit", TwimlText.Value(options.TimeLimit)));
        dial.Add(Conference(options));
        return Add(dial, ends: options.Action is not null);
    }

    /// <summary>Takes a voicemail; its action takes over unless nothing was said, when the next verb runs.</summary>
    public VoiceDocument Record(RecordOptions options) => Add(Verb(
        "Record",
        ("action", TwimlText.Url(options.Action)),
        ("method", options.Method),
        ("timeout", TwimlText.Value(options.Timeout)),
        ("finishOnKey", options.FinishOnKey),
        ("maxLength", TwimlText.Value(options.MaxLength)),
        ("playBeep", "true"),
        ("trim", "trim-silence"),
        ("recordingStatusCallback", TwimlText.Url(options.RecordingStatusCallback)),
        ("recordingStatusCallbackMethod", "POST"),
        ("recordingStatusCallbackEvent", "completed absent")));

    private static System.Xml.Linq.XElement Conference(DialConferenceOptions options)
    {
        var reports = options.StatusCallback is not null && options.Events.Count > 0;
        var conference = Verb(
            "Conference",
            ("muted", options.Muted ? "true" : null),
            ("beep", TwimlText.Value(options.Beep)),
            ("startConferenceOnEnter", TwimlText.Value(options.StartOnEnter)),
            ("endConferenceOnExit", TwimlText.Value(options.EndOnExit)),
            ("participantLabel", options.Label is null ? null : Name(options.Label, 128)),
            ("waitUrl", options.WaitUrl is null or "" ? options.WaitUrl : TwimlText.Url(options.WaitUrl)),
            ("waitMethod", string.IsNullOrEmpty(options.WaitUrl) ? null : "POST"),
            ("maxParticipants", TwimlText.Value(options.MaxParticipants)),
            ("region", options.Region),
            ("coach", options.CoachCallSid),
            ("statusCallback", reports ? TwimlText.Url(options.StatusCallback!) : null),
            ("statusCallbackEvent", reports ? ConferenceEvents.Names(options.Events) : null),
            ("statusCallbackMethod", reports ? "POST" : null));
        conference.Add(Name(options.Room, 128));
        return conference;
    }

    // A label that looks like a call's sid would be taken for one.
    private static string Name(string name, int most) => name.Length <= most && Plain().IsMatch(name) && !CallSid().IsMatch(name)
        ? name
        : throw new ArgumentException($"A name has at most {most} letters, digits, hyphens and underscores.", nameof(name));

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\ACA[0-9a-fA-F]{32}\z")]
    private static partial Regex CallSid();
}
