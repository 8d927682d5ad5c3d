using Helpline.Core.Blocks;
using Helpline.Core.Calls;
using Helpline.Telephony.Options;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Flow;

/// <summary>
/// Messages that Twilio has and we have not: left through the fallback document while we were down, or ones whose every notice was lost.
/// Each becomes work in the queue, once.
/// </summary>
internal sealed class StrayMessages(
    CallService calls, BlockedCalls blocked, TwilioRestClient rest, TimeProvider time, IOptions<TwilioOptions> options)
{
    /// <summary>How far back is looked. An outage is noticed and over by then.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(3);

    private const string OfRecordVerb = "RecordVerb";
    private const int AtOnce = 500;

    /// <summary>Looks through the messages of the last days. Returns how many were kept.</summary>
    public async Task<int> CollectAsync(CancellationToken cancellationToken)
    {
        List<RecordingResource> found = [];
        await foreach (var recording in rest.ListRecordingsAsync(time.GetUtcNow().UtcDateTime - LookBack, cancellationToken))
        {
            if (recording is { Source: OfRecordVerb, Status: "completed", Duration: > 0, CallSid.Length: > 0 })
            {
                found.Add(recording);
            }
        }

        var kept = 0;
        foreach (var some in found.Chunk(AtOnce))
        {
            var wanted = await calls.WithoutMessageAsync([.. some.Select(r => r.CallSid)], cancellationToken);
            foreach (var message in some.Where(r => wanted.Contains(r.CallSid)))
            {
                kept += await KeepAsync(message.CallSid, message.Sid, message.Duration ?? 0, cancellationToken) ? 1 : 0;
            }
        }

        return kept;
    }

    /// <summary>
    /// Keeps a message; a call we never heard of becomes known by it. False when it is kept already, when somebody has spoken to the caller,
    /// or when the call is none to our number.
    /// </summary>
    public async Task<bool> KeepAsync(string callSid, string recordingSid, int seconds, CancellationToken cancellationToken)
    {
        if (await calls.FindAsync(callSid, cancellationToken) is null)
        {
            var leg = await rest.FindCallPartiesAsync(callSid, cancellationToken);
            if (leg is not { Direction: "inbound" } || leg.To != options.Value.CallerId)
            {
                return false;
            }

            await calls.StartVoiceAsync(callSid, CallerNumber.Parse(leg.From), cancellationToken);
            if (await blocked.TurnAwayAsync(callSid, cancellationToken) is not null)
            {
                return false;
            }

            await calls.StartVoicemailAsync(callSid, cancellationToken);
        }

        return await calls.KeepVoicemailAsync(callSid, recordingSid, seconds, cancellationToken);
    }
}
