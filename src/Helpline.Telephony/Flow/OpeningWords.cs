using Helpline.Core.Calls;
using Helpline.Core.Spoken;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>A text, or a recording of it.</summary>
/// <param name="Words">What is said, or what the recording says.</param>
/// <param name="Sound">The address of the recording; null to say the words.</param>
internal sealed record OpeningPiece(string Words, string? Sound);

/// <summary>What a call begins with.</summary>
/// <param name="Greeting">The first words.</param>
/// <param name="Privacy">The notice.</param>
internal sealed record Opening(OpeningPiece Greeting, OpeningPiece Privacy);

/// <summary>
/// Greeting and privacy notice as an administrator wishes them: a recording, where there is one that can be had and the caller does not hear through a text relay;
/// otherwise the words; and where there are none, those of <c>texts.yaml</c>.
/// </summary>
internal sealed class OpeningWords(SpokenBoard board, CallService calls, VoiceTexts texts, FlowUrls urls)
{
    /// <summary>For one caller, whose call is known by now.</summary>
    public async Task<Opening> ForAsync(string callSid, CancellationToken cancellationToken)
    {
        var spoken = await board.CurrentAsync(cancellationToken);
        var plays = spoken is not { GreetingRecording: null, PrivacyRecording: null } && !await calls.UsesTextRelayAsync(callSid, cancellationToken);
        return new(
            await PieceAsync(spoken, SpokenPart.Greeting, plays, cancellationToken),
            await PieceAsync(spoken, SpokenPart.Privacy, plays, cancellationToken));
    }

    /// <summary>In words alone: a recording could not be fetched.</summary>
    public async Task<Opening> InWordsAsync(CancellationToken cancellationToken)
    {
        var spoken = await board.CurrentAsync(cancellationToken);
        return new(new(Words(spoken, SpokenPart.Greeting), null), new(Words(spoken, SpokenPart.Privacy), null));
    }

    private async Task<OpeningPiece> PieceAsync(SpokenView spoken, SpokenPart part, bool plays, CancellationToken cancellationToken)
    {
        var sound = plays && spoken.RecordingOf(part) is { } recording && await board.SoundAsync(recording.Id, cancellationToken) is not null
            ? urls.Sound(recording.Id)
            : null;
        return new(Words(spoken, part), sound);
    }

    private string Words(SpokenView spoken, SpokenPart part) => spoken.TextOf(part) ?? texts[BuiltInSpeech.KeyOf(part)];
}

/// <summary>How an opening is written into a document.</summary>
internal static class OpeningVerbs
{
    /// <summary>Plays the recording, or says the words.</summary>
    public static VoiceDocument Hear(this VoiceDocument document, OpeningPiece piece) =>
        piece.Sound is { } sound ? document.Play(sound) : document.Say(piece.Words);
}
