using System.Globalization;
using Helpline.Core.Callbacks;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Core.Surges;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Flow;

/// <summary>What was said last to a waiting caller. It travels in the address of the next document, so that no node has to remember.</summary>
/// <param name="Place">The place said; 0 when none was.</param>
/// <param name="At">When, in seconds since 1970.</param>
/// <param name="Tips">How many tips were said.</param>
/// <param name="Pieces">Pieces of music since the last tip, or since the wait began.</param>
internal readonly record struct LastSaid(int Place, long At, int Tips = 0, int Pieces = 0)
{
    // A caller who waits for a day hears less than this; the address is not ours alone to write.
    private const int Most = 100_000;

    /// <summary>Reads it from a query; a part that is not there is as if nothing had been said.</summary>
    public static LastSaid From(IQueryCollection query) =>
        Number(query["p"]) is { } place && long.TryParse(query["t"], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new(place, at, Number(query["s"]) ?? 0, Number(query["m"]) ?? 0)
            : default;

    /// <summary>As if no place had been said yet, so that it is said next. Tips go on where they are.</summary>
    public LastSaid Again => this with { Place = 0, At = 0 };

    /// <summary>The query to carry it in.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p={Place}&t={At}&s={Tips}&m={Pieces}");

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most ? number : null;
}

/// <summary>What is heard while waiting. Position and wait are our own: Twilio counts only who came first.</summary>
internal sealed class WaitDocuments(
    QueueBoard board, SurgeBoard surges, VoiceTexts texts, VoiceTips tips, FlowUrls urls, TimeProvider time, IOptions<CallbackOptions> options)
{
    /// <summary>The key that leaves a message instead.</summary>
    public const string MessageKey = "1";

    /// <summary>The key that keeps the place for a callback.</summary>
    public const string KeepKey = "2";

    private const long RepeatAfterSeconds = 60;

    // Music in between, so that nobody is talked at the whole time.
    private const int PiecesBetweenTips = 2;

    /// <summary>
    /// Place and wait when they got better or a minute has passed; otherwise, after every second piece of music, a tip; then music. The next document follows by
    /// itself. Nobody hears less of it, or hears it faster, for speaking through a relay or an interpreter.
    /// </summary>
    public async Task<QueueWaitDocument> WaitingAsync(CallRef call, LastSaid last, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var queue = await board.GetAsync(cancellationToken);
        var place = queue.PositionOf(call.ContactId);
        var say = place is { } p && (last.Place == 0 || p < last.Place || now - last.At >= RepeatAfterSeconds);
        var offersKeep = await surges.CurrentAsync(cancellationToken) is null or { HasCallbacksLeft: true };
        var tip = !say && last.Pieces >= PiecesBetweenTips
            ? tips.Next(queue.Waiting.FirstOrDefault(w => w.Id == call.ContactId)?.TopicGroupId, last.Tips, offersKeep)
            : null;
        var said = last with
        {
            Place = say ? place!.Value : last.Place,
            At = say ? now : last.At,
            Tips = last.Tips + (tip is null ? 0 : 1),
            Pieces = tip is null ? last.Pieces + 1 : 1,
        };
        return new QueueWaitDocument()
            .Gather(
                new GatherOptions { Action = urls.Fresh(call.ProviderCallId, Paths.Key, said.Again.ToString()), NumDigits = 1, Timeout = 2 },
                wait =>
                {
                    if (say)
                    {
                        wait.Say(texts.Fill(VoiceText.WaitPlace, ("place", Spoken.Position(place!.Value))))
                            .Say(Wait(queue, place.Value));
                        if (Overflow(queue, call.ContactId, place.Value, last, now) is { } overflow)
                        {
                            wait.Say(texts.Fill(overflow, ("address", urls.SpokenSite)));
                        }

                        wait.Say(texts[VoiceText.WaitMessage]);
                        if (offersKeep)
                        {
                            wait.Say(texts[VoiceText.WaitKeep]);
                        }
                    }

                    if (tip is { } useful)
                    {
                        wait.Say(useful.Words).Pause(1).Say(texts.Fill(VoiceText.TipPage, ("address", urls.SpokenPage(useful.Page)))).Pause(1);
                    }

                    wait.Play(urls.Tune);
                })
            .Redirect(urls.FreshText(call.ProviderCallId, Paths.Wait, said.ToString()));
    }

    /// <summary>Says that no more callbacks can be promised; the caller waits on.</summary>
    public QueueWaitDocument NoCallbacks(CallRef call, LastSaid last) => new QueueWaitDocument()
        .Say(texts[VoiceText.KeepFull])
        .Redirect(urls.FreshText(call.ProviderCallId, Paths.Wait, last.ToString()));

    /// <summary>Music only, for a caller whose adviser is on the way.</summary>
    public QueueWaitDocument Music(CallRef call, LastSaid last) =>
        new QueueWaitDocument().Play(urls.Tune).Redirect(urls.FreshText(call.ProviderCallId, Paths.Wait, last.ToString()));

    // Said at first, and once more when the wait has become long; not every minute.
    private VoiceText? Overflow(QueueSnapshot queue, ContactId contactId, int place, LastSaid last, long now)
    {
        var limit = options.Value.LongWait;
        var joined = queue.Waiting.First(w => w.Id == contactId).JoinedAt;
        var longFrom = new DateTimeOffset(joined + limit).ToUnixTimeSeconds();
        if (last.Place == 0)
        {
            return queue.AdvisersPresent == 0 ? VoiceText.WaitNobody
                : queue.Waiting.Count(w => w.IsLive) >= options.Value.MaxWaiting ? VoiceText.WaitFull
                : place * queue.MeanHandling / queue.AdvisersPresent > limit || now >= longFrom ? VoiceText.WaitLong
                : null;
        }

        return last.At < longFrom && now >= longFrom ? VoiceText.WaitLong : null;
    }

    private string Wait(QueueSnapshot queue, int place) =>
        WaitEstimate.For(place, queue.AdvisersPresent, queue.MeanHandling) switch
        {
            null => texts[VoiceText.WaitUnknown],
            { FromMinutes: 0 } soon => texts.Fill(VoiceText.WaitSoon, ("to", soon.ToMinutes)),
            { } range => texts.Fill(VoiceText.WaitRange, ("from", range.FromMinutes), ("to", range.ToMinutes)),
        };
}
