using System.Globalization;
using Helpline.Core.Callbacks;
using Helpline.Core.Calls;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Flow;

/// <summary>What is heard by a caller who keeps their place, now and when they are rung.</summary>
internal sealed class PlaceDocuments(VoiceTexts texts, FlowUrls urls, IOptions<CallbackOptions> options)
{
    /// <summary>The key that confirms, and that a person presses and a machine does not.</summary>
    public const string YesKey = "1";

    /// <summary>Asks which number to ring. Silence goes back to the queue.</summary>
    /// <param name="callSid">The caller's leg.</param>
    /// <param name="settled">What is known of the number.</param>
    /// <param name="time">Which time this is, from 1.</param>
    /// <param name="before">Said first: why the last number would not do.</param>
    public VoiceDocument Ask(string callSid, CallbackArrangement settled, int time, VoiceText? before = null) => new VoiceDocument()
        .Gather(
            new GatherOptions { Action = urls.FreshAfter(callSid, Paths.Keep, time), ActionOnEmptyResult = true },
            ask => (before is { } why ? ask.Say(texts[why]) : ask).Say(Question(settled)))
        .Redirect(urls.FreshText(callSid, Paths.Requeue, "from=keep"));

    /// <summary>The place is kept: says so, with the number and what happens when we miss them.</summary>
    public VoiceDocument Done(string number) => new VoiceDocument()
        .Say(texts.Fill(
            VoiceText.KeepDone,
            ("number", Number(number)),
            ("first", Minutes(options.Value.FirstRetry)),
            ("second", Minutes(options.Value.SecondRetry))))
        .Hangup();

    /// <summary>Answered: a key tells a person from a machine.</summary>
    /// <param name="callSid">The leg that rings the caller.</param>
    /// <param name="quietly">Whether it does not say who rings.</param>
    public VoiceDocument RingAsk(string callSid, bool quietly)
    {
        var words = texts[quietly ? VoiceText.RingAskQuiet : VoiceText.RingAsk];
        return new VoiceDocument().Gather(
            new GatherOptions { Action = urls.Step(callSid, Paths.RingKey), NumDigits = 1, ActionOnEmptyResult = true },
            ask => ask.Say(words).Pause(2).Say(words));
    }

    private string Question(CallbackArrangement settled) => settled switch
    {
        { KeyedNumber: { } keyed } => texts.Fill(VoiceText.KeepConfirm, ("number", Number(keyed))),
        { CallerNumber: { } own } => texts.Fill(VoiceText.KeepOwn, ("number", Number(own))),
        _ => texts[VoiceText.KeepKey],
    };

    private static string Number(string number) => Spoken.Digits(UkNumber.Written(number));

    private static string Minutes(TimeSpan pause) => Math.Round(pause.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
