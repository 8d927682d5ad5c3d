namespace Helpline.Telephony.TwiML;

/// <summary>What is heard waiting, held or announced in a conference: Play, Say, Pause, Redirect. Twilio does not loop it.</summary>
internal sealed class ConferenceWaitDocument(SpeechStyle? style = null) : TwimlDocument<ConferenceWaitDocument>(style);
