using Helpline.Core.Spoken;
using Helpline.Telephony.Flow.Content;

namespace Helpline.Telephony.Flow;

/// <inheritdoc cref="ISpeech"/>
internal sealed class BuiltInSpeech(VoiceTexts texts) : ISpeech
{
    public string BuiltIn(SpokenPart part) => texts[KeyOf(part)];

    public string PathOf(Guid recording) => SpokenSounds.PathOf(recording);

    /// <summary>The text of the content folder that a part takes the place of.</summary>
    public static VoiceText KeyOf(SpokenPart part) => part switch
    {
        SpokenPart.Greeting => VoiceText.Greeting,
        SpokenPart.Privacy => VoiceText.Privacy,
    };
}
