using Helpline.Core.Legs;
using Helpline.Telephony.Control;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>What is heard on an adviser's own telephone. Nothing of it says anything of a contact: anybody may have answered, or a mailbox.</summary>
internal sealed class OwnPhoneDocuments(VoiceTexts texts, FlowUrls urls)
{
    /// <summary>The key that takes the call.</summary>
    public const string TakeKey = "1";

    /// <summary>Asks for the key, twice. Silence counts as no.</summary>
    public VoiceDocument Ask(string legId, string label) => new VoiceDocument().Gather(
        new GatherOptions { Action = urls.OwnKey(legId, label), NumDigits = 1, Timeout = 6, ActionOnEmptyResult = true },
        ask => ask.Say(texts[VoiceText.OwnPhoneAsk]).Pause(1).Say(texts[VoiceText.OwnPhoneAsk]));

    /// <summary>Into the room, as the line of the browser would be. It ends when the room does.</summary>
    public VoiceDocument Join(WantedRoom room, string label) => new VoiceDocument().DialConference(new DialConferenceOptions
    {
        Room = room.Call.Room,
        Label = label,
        StartOnEnter = true,
        EndOnExit = false,
        Muted = room.Mode is MonitorMode.Listen,
        CoachCallSid = room.Mode is MonitorMode.Whisper ? room.Call.AdviserLegId : null,
        WaitUrl = room.IsFirst ? urls.Room(room.Call.Room, Paths.AdviserWaiting) : null,
        StatusCallback = urls.Room(room.Call.Room, Paths.Room),
    }).Hangup();

    /// <summary>The call is not waiting for this telephone any more.</summary>
    public VoiceDocument Gone() => new VoiceDocument().Say(texts[VoiceText.OwnPhoneGone]).Hangup();
}
