using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpline.Telephony.Flow.Content;

/// <summary>The spoken texts of <c>content/voice/texts.yaml</c>. Each keeps exactly its own placeholders.</summary>
internal sealed partial class VoiceTexts
{
    private const int Longest = 600;
    private readonly FrozenDictionary<VoiceText, string> texts;

    private VoiceTexts(FrozenDictionary<VoiceText, string> texts) => this.texts = texts;

    /// <summary>A text without placeholders.</summary>
    public string this[VoiceText text] => texts[text];

    /// <summary>A text with its placeholders filled in.</summary>
    public string Fill(VoiceText text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var filled = texts[text];
        foreach (var (name, value) in values)
        {
            filled = filled.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        return filled;
    }

    /// <summary>Reads the texts of a content folder.</summary>
    /// <exception cref="InvalidDataException">A text is missing, unknown, too long or has the wrong placeholders; says file and line.</exception>
    public static VoiceTexts Read(string contentRoot)
    {
        var section = ContentFile.Read(contentRoot, Path.Combine(contentRoot, "voice", "texts.yaml")).Allow("texts").Section("texts");
        var all = Enum.GetValues<VoiceText>();
        section.Allow([.. all.Select(Key)]);
        return new(all.ToFrozenDictionary(text => text, text => Checked(section, text)));
    }

    private static string Checked(ContentFile section, VoiceText text)
    {
        var (key, words) = (Key(text), section.Text(Key(text)));
        var found = Placeholder().Matches(words).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal).ToArray();
        var own = Placeholders(text);
        return words.Length > Longest
            ? throw section.Wrong(key, $"a text has at most {Longest} characters")
            : found.SequenceEqual(own.Order(StringComparer.Ordinal))
                ? words
                : throw section.Wrong(key, own.Length == 0 ? "this text takes no placeholder" : $"this text needs each of {{{string.Join("}, {", own)}}} once");
    }

    private static string[] Placeholders(VoiceText text) => text switch
    {
        VoiceText.Closed => ["hours"],
        VoiceText.Blocked => ["day"],
        VoiceText.Down => ["hours", "address"],
        VoiceText.BookedAsk => ["time"],
        VoiceText.Area => ["regions"],
        VoiceText.Topic or VoiceText.Subtopic => ["choices"],
        VoiceText.Choice => ["label", "key"],
        VoiceText.WaitPlace => ["place"],
        VoiceText.SurgeOther => ["address", "days"],
        VoiceText.WaitRange => ["from", "to"],
        VoiceText.WaitSoon => ["to"],
        VoiceText.WaitNobody or VoiceText.WaitFull or VoiceText.WaitLong or VoiceText.TipPage => ["address"],
        VoiceText.KeepOwn or VoiceText.KeepConfirm => ["number"],
        VoiceText.KeepDone => ["number", "first", "second"],
        VoiceText.Greeting or VoiceText.Privacy or VoiceText.AreaThanks or VoiceText.AreaUnclear or VoiceText.AreaOutside
            or VoiceText.Joining or VoiceText.WaitUnknown or VoiceText.WaitMessage or VoiceText.Message or VoiceText.MessageAgain
            or VoiceText.MessageNothing or VoiceText.MessageThanks or VoiceText.SorryContinue or VoiceText.SorryMessage
            or VoiceText.SorryAgain or VoiceText.SorryGoodbye or VoiceText.Hold or VoiceText.Transferring or VoiceText.Reconnecting
            or VoiceText.WaitKeep or VoiceText.KeepKey or VoiceText.KeepNotWhole or VoiceText.KeepPremium or VoiceText.KeepAbroad
            or VoiceText.SurgeAsk or VoiceText.SurgeOtherKeep or VoiceText.SurgeOtherMessage or VoiceText.KeepFull
            or VoiceText.KeepBack or VoiceText.KeepDoneAgain or VoiceText.RingAsk or VoiceText.RingAskQuiet or VoiceText.RingJoining or VoiceText.RingLater
            or VoiceText.RingLast or VoiceText.RingGone or VoiceText.WelcomeBack or VoiceText.BookedTaken
            or VoiceText.AdviserWaiting or VoiceText.OwnPhoneAsk or VoiceText.OwnPhoneGone or VoiceText.SurveyHelped or VoiceText.SurveyNext or VoiceText.Goodbye => [],
    };

    private static string Key(VoiceText text) => WordStart().Replace(text.ToString(), "-$1").ToLowerInvariant();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();
}
