using Helpline.Core.Calls;
using Helpline.Core.Hours;
using Helpline.Core.Locations;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>The documents of the flow. They only say what to do next; nothing here changes a call.</summary>
internal sealed class FlowDocuments(VoiceTexts texts, VoiceMenu menu, RegionMenu regions, SpokenPlaces places, FlowUrls urls)
{
    /// <summary>The one queue at Twilio. Order and choice are ours, so there is no need of a second.</summary>
    public const string Queue = "q-main";

    /// <summary>Key that goes on without an answer.</summary>
    public const string SkipKey = "0";

    /// <summary>Greeting, notice and the question for the area; silence goes on to the topic.</summary>
    public VoiceDocument Welcome(string callSid, Opening opening) => new VoiceDocument()
        .Hear(opening.Greeting)
        .Hear(opening.Privacy)
        .Gather(
            new GatherOptions
            {
                Action = urls.Step(callSid, Paths.Area),
                Input = GatherInput.KeysOrSpeech,
                NumDigits = 1,
                Timeout = 10,
                SpeechTimeout = "3",
                Hints = [.. places.Hints.Where(h => h.Length <= 100 && !h.Contains(',', StringComparison.Ordinal)).Take(SpokenPlaces.MostHints)],
            },
            ask => ask.Say(texts.Fill(VoiceText.Area, ("regions", regions.SpokenText))))
        .Redirect(urls.StepText(callSid, Paths.TopicMenu));

    /// <summary>We are closed: says so, says when we open, and takes a message.</summary>
    public VoiceDocument Closed(string callSid, Opening opening, OpeningStatus status, DateTime now) => Message(
        callSid,
        new VoiceDocument()
            .Hear(opening.Greeting)
            .Say(texts.Fill(VoiceText.Closed, ("hours", HoursText.Spoken(status, now))))
            .Hear(opening.Privacy));

    /// <summary>The number is blocked: says until when, what to do in danger and how to write to us, and hangs up.</summary>
    public VoiceDocument Blocked(DateOnly lastDay) => new VoiceDocument()
        .Say(texts.Fill(VoiceText.Blocked, ("day", HoursText.SpokenDate(lastDay))))
        .Hangup();

    /// <summary>A call is booked for the number: asks whether the caller takes it up now. Silence goes on as any call.</summary>
    public VoiceDocument Booked(string callSid, TimeOnly at) => new VoiceDocument()
        .Gather(
            new GatherOptions { Action = urls.Step(callSid, Paths.Booked), NumDigits = 1, Timeout = 10, ActionOnEmptyResult = true },
            ask => ask.Say(texts.Fill(VoiceText.BookedAsk, ("time", HoursText.SpokenTime(at)))));

    /// <summary>The first list of topics, after a word on the area that was named, if any.</summary>
    public VoiceDocument TopicMenu(string callSid, VoiceText? before = null) => Choices(
        callSid, VoiceText.Topic, menu.Choices, urls.Step(callSid, Paths.Topic), before);

    /// <summary>The second list.</summary>
    public VoiceDocument SubtopicMenu(string callSid, MenuChoice chosen) => Choices(
        callSid, VoiceText.Subtopic, chosen.Choices, urls.Step(callSid, Paths.Subtopic, $"{chosen.Key}"), before: null);

    /// <summary>Into the queue.</summary>
    public VoiceDocument Enqueue(string callSid, VoiceText? before = null) => Enqueue(callSid, Saying(before));

    /// <summary>Into the queue, after two things are said.</summary>
    public VoiceDocument Enqueue(string callSid, VoiceText first, VoiceText second) => Enqueue(callSid, Saying(first).Say(texts[second]));

    private VoiceDocument Enqueue(string callSid, VoiceDocument document) => document.Enqueue(new EnqueueOptions
    {
        Queue = Queue,
        Action = urls.Fresh(callSid, Paths.QueueLeft),
        WaitUrl = urls.Step(callSid, Paths.Wait),
    });

    /// <summary>Into the room where the adviser is, or will be. The room ends with the caller.</summary>
    public VoiceDocument JoinRoom(CallRef call, VoiceText? before = null) => Saying(before).DialConference(new DialConferenceOptions
    {
        Room = call.Room,
        Label = Labels.Caller,
        StartOnEnter = true,
        EndOnExit = true,
        WaitUrl = urls.Room(call.Room, Paths.Reconnecting),
        Action = urls.Fresh(call.ProviderCallId, Paths.RoomLeft),
        StatusCallback = urls.Room(call.Room, Paths.Room),
    });

    /// <summary>Takes a message; asks once more when nothing was heard.</summary>
    public VoiceDocument Message(string callSid, VoiceText? before = null) => Message(callSid, Saying(before));

    /// <summary>The first question of the survey.</summary>
    public VoiceDocument SurveyHelped(string callSid) => Question(callSid, VoiceText.SurveyHelped, Paths.SurveyHelped);

    /// <summary>The second.</summary>
    public VoiceDocument SurveyNext(string callSid) => Question(callSid, VoiceText.SurveyNext, Paths.SurveyNext);

    /// <summary>Says something and goes elsewhere.</summary>
    public VoiceDocument SayThenGo(VoiceText text, string url) => new VoiceDocument().Say(texts[text]).Pause(3).Redirect(url);

    /// <summary>Says something, if given, and hangs up.</summary>
    public VoiceDocument Goodbye(VoiceText? text = null) => Saying(text).Hangup();

    /// <summary>Nothing to do: another document drives the call, or nobody is there to hear one.</summary>
    public static VoiceDocument Nothing() => new();

    private VoiceDocument Saying(VoiceText? before) => before is { } text ? new VoiceDocument().Say(texts[text]) : new VoiceDocument();

    private VoiceDocument Choices(
        string callSid, VoiceText question, IReadOnlyList<MenuChoice> choices, string action, VoiceText? before)
    {
        var spoken = string.Join(' ', choices.Select(c => texts.Fill(VoiceText.Choice, ("label", c.Label), ("key", c.Key))));
        return Saying(before)
            .Gather(
                new GatherOptions { Action = action, NumDigits = 1, Timeout = 10 },
                ask => ask.Say(texts.Fill(question, ("choices", spoken))))
            .Redirect(urls.StepText(callSid, Paths.Join));
    }

    private VoiceDocument Message(string callSid, VoiceDocument document)
    {
        var record = new RecordOptions
        {
            Action = urls.Step(callSid, Paths.MessageDone),
            RecordingStatusCallback = urls.Step(callSid, Paths.Recording),
        };
        return document.Say(texts[VoiceText.Message]).Record(record)
            .Say(texts[VoiceText.MessageAgain]).Record(record)
            .Say(texts[VoiceText.MessageNothing]).Hangup();
    }

    // Without a key the next document comes as if it had been answered with none.
    private VoiceDocument Question(string callSid, VoiceText text, string path) => new VoiceDocument()
        .Gather(
            new GatherOptions { Action = urls.Step(callSid, path), NumDigits = 1, Timeout = 10 },
            ask => ask.Say(texts[text]))
        .Redirect(urls.StepText(callSid, path));
}
