using Helpline.Core.Contacts;
using Helpline.Core.Hours;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Flow;

/// <summary>
/// What callers hear when Twilio reaches none of us: static files for a host of its own. They hold nothing of any call, so what is recorded
/// is told to one address, by its signature alone, and found by the reconciler when that was not to be reached either.
/// </summary>
internal sealed class FallbackDocuments(VoiceTexts texts, FlowUrls urls, OpeningHours hours)
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The apology, when to ring, where to write, and the tone.</summary>
    /// <param name="thanks">The name of the file with <see cref="Thanks"/>, which lies beside this one.</param>
    public VoiceDocument Apology(string thanks)
    {
        var record = new RecordOptions { Action = thanks, Method = "GET", RecordingStatusCallback = urls.FallbackMessage };
        return new VoiceDocument()
            .Say(texts.Fill(VoiceText.Down, ("hours", SpokenWeek()), ("address", urls.SpokenSite)))
            .Say(texts[VoiceText.Message]).Record(record)
            .Say(texts[VoiceText.MessageAgain]).Record(record)
            .Say(texts[VoiceText.MessageNothing]).Hangup();
    }

    /// <summary>After the message.</summary>
    public VoiceDocument Thanks() => new VoiceDocument().Say(texts[VoiceText.MessageThanks]).Hangup();

    // Days one after another with the same hours are said together; a closed day is not said.
    private string SpokenWeek()
    {
        List<(DayOfWeek First, DayOfWeek Last, string Hours)> runs = [];
        foreach (var day in Week)
        {
            var shifts = hours.UsualShifts(day, Channel.Voice);
            var spoken = string.Join(" and from ", shifts.Select(s => $"{HoursText.SpokenTime(s.From)} to {HoursText.SpokenTime(s.To)}"));
            if (shifts.Count > 0)
            {
                if (runs is [.., var before] && before.Hours == spoken && before.Last == Before(day))
                {
                    runs[^1] = before with { Last = day };
                }
                else
                {
                    runs.Add((day, day, spoken));
                }
            }
        }

        return string.Join("; ", runs.Select(r => $"{(r.First == r.Last ? $"{r.First}" : $"{r.First} to {r.Last}")}, from {r.Hours}"));
    }

    private static DayOfWeek Before(DayOfWeek day) => (DayOfWeek)(((int)day + 6) % 7);
}
