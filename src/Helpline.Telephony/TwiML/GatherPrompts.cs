namespace Helpline.Telephony.TwiML;

/// <summary>What a caller hears while we wait for a key or a word.</summary>
internal sealed class GatherPrompts(SpeechStyle style) : Prompts<GatherPrompts>("Gather", style);
