using System.Xml.Linq;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Dial to numbers and clients.</summary>
internal sealed partial class CallRunner
{
    private const int MaxNouns = 10;

    private async Task<FieldList> DialPartiesAsync(XElement verb, VerbFrame frame, CancellationToken limit)
    {
        var nouns = verb.Elements().ToList();
        if (nouns.Count == 0)
        {
            nouns.Add(new XElement("Number", verb.Value.Trim()));
        }

        var callerId = verb.Text("callerId") ?? call.From;
        if (nouns.Count > MaxNouns || !world.MayShow(callerId, call))
        {
            world.Report.Warning(nouns.Count > MaxNouns ? "13220" : "13214", call.Sid, "dial refused: too many parties or a bad caller id");
            return new() { { "DialCallStatus", "failed" } };
        }

        var attempt = new DialAttempt(world, call, verb, frame, callerId);
        if (verb.Flag("sequential", false))
        {
            foreach (var noun in nouns)
            {
                await attempt.RingAsync([noun]);
                if (attempt.Answered is not null)
                {
                    break;
                }
            }
        }
        else
        {
            await attempt.RingAsync(nouns);
        }

        if (attempt.Answered is not { } answered)
        {
            return new() { { "DialCallStatus", attempt.Result }, { "DialCallSid", attempt.LastSid } };
        }

        call.Progress(CallStatus.InProgress);
        var over = new TaskCompletionSource();
        world.Background(() => new CallRunner(world, answered).RunAsync(new CallStep.Bridge(over.Task)));
        try
        {
            await TalkAsync(verb, answered, frame.Cancel, limit);
        }
        finally
        {
            // Ends the called leg, unless REST has sent it elsewhere.
            over.TrySetResult();
        }

        return new()
        {
            { "DialCallStatus", "completed" },
            { "DialCallSid", answered.Sid },
            { "DialCallDuration", (int)answered.Duration.TotalSeconds },
            { "DialBridged", true },
        };
    }

    /// <summary>Runs a whisper document on the called leg, before it is bridged.</summary>
    /// <returns>False when it hung up.</returns>
    public async Task<bool> WhisperAsync(DocumentSource source, CancellationToken cancel)
    {
        try
        {
            return await FollowAsync(source, null, DocumentContext.Whisper, cancel) is not VerbExit.HangUpCall && !call.IsOver;
        }
        catch (WebhookException failure)
        {
            world.Report.Warning($"{failure.Code}", call.Sid, $"whisper: {failure.Message}");
            return false;
        }
    }
}
