using System.Xml.Linq;
using Helpline.Telephony.Simulator.Queues;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Dial: to a conference, a queue, or numbers and clients.</summary>
internal sealed partial class CallRunner
{
    private async Task<VerbExit> DialAsync(XElement verb, VerbFrame frame)
    {
        using var limit = new CancellationTokenSource(verb.Seconds("timeLimit", 14_400), world.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(frame.Cancel, limit.Token);
        FieldList outcome;
        try
        {
            outcome = verb.Elements().FirstOrDefault()?.Name.LocalName switch
            {
                "Conference" => await DialRoomAsync(verb, frame, limit.Token, stop.Token),
                "Queue" => await DialQueueAsync(verb, frame, limit.Token),
                _ => await DialPartiesAsync(verb, frame, limit.Token),
            };
        }
        catch (OperationCanceledException) when (call.IsOver)
        {
            if (world.Options.Unsettled.DialActionOnHangup && verb.Text("action") is { Length: > 0 } hungUp)
            {
                var fields = new FieldList { { "DialCallStatus", verb.Element("Conference") is null ? "completed" : "answered" } };
                Forget(DocumentSource.At(frame.Document.Resolve(hungUp), verb.Method("method"), fields));
            }

            throw;
        }

        call.Progress(CallStatus.InProgress);
        return verb.Text("action") is { Length: > 0 } action
            ? VerbExit.Goto(DocumentSource.At(frame.Document.Resolve(action), verb.Method("method"), outcome))
            : VerbExit.Next;
    }

    private async Task<FieldList> DialRoomAsync(XElement verb, VerbFrame frame, CancellationToken limit, CancellationToken stop)
    {
        call.Progress(CallStatus.InProgress);
        var inRoom = DialConferenceAsync(verb.Element("Conference")!, frame, stop);
        try
        {
            await WithStarAsync(verb, inRoom, LeaveRoom, stop);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !frame.Cancel.IsCancellationRequested)
        {
            // The time limit took the leg out of the room.
        }
        catch (WebhookException failure) when (failure.Code is 13238 or 16025 or 16020 or 13240)
        {
            world.Report.Warning($"{failure.Code}", call.Sid, failure.Message);
            return new() { { "DialCallStatus", "failed" } };
        }

        return new() { { "DialCallStatus", "answered" } };
    }

    // A star pressed by the caller ends what was dialled, where the verb allows it.
    private async Task WithStarAsync(XElement verb, Task dialled, Action leave, CancellationToken cancel)
    {
        if (!verb.Flag("hangupOnStar", false))
        {
            await dialled;
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var star = StarAsync(stop.Token);
        await Task.WhenAny(dialled, star);
        if (star.IsCompletedSuccessfully && !dialled.IsCompleted)
        {
            leave();
        }

        stop.Cancel();
        await Swallow(star);
        await dialled;
    }

    private void LeaveRoom()
    {
        if (world.Conferences.Of(call) is { } participant)
        {
            participant.Room.Leave(participant, "participant_hung_up");
        }
    }

    private async Task StarAsync(CancellationToken cancel)
    {
        using var listening = call.Inputs.Listen();
        while (await call.Inputs.NextAsync(Timeout.InfiniteTimeSpan, cancel) is not LegInput.Key { Digit: '*' })
        {
            // Anything else on the line means nothing here.
        }
    }

    private async Task<FieldList> DialQueueAsync(XElement verb, VerbFrame frame, CancellationToken limit)
    {
        call.Progress(CallStatus.InProgress);
        var noun = verb.Element("Queue")!;
        var queue = world.Queues.GetOrCreate(noun.Value.Trim());
        if (await HeadOfQueueAsync(queue, verb.Seconds("timeout", 30), frame.Cancel) is not { } member)
        {
            return new() { { "DialCallStatus", "no-answer" } };
        }

        var over = new TaskCompletionSource();
        var ready = new TaskCompletionSource();
        var whisper = noun.Text("url") is { Length: > 0 } url
            ? DocumentSource.At(frame.Document.Resolve(url), noun.Method("method"))
            : null;
        if (!member.Take(new Dequeuing.ToBridge(call, whisper, ready, over.Task)))
        {
            return new() { { "DialCallStatus", "no-answer" } };
        }

        try
        {
            await ready.Task.OrCancelledAsync(frame.Cancel);
            await TalkAsync(verb, member.Call, frame.Cancel, limit);
        }
        catch (OperationCanceledException) when (!frame.Cancel.IsCancellationRequested)
        {
            return new() { { "DialCallStatus", "no-answer" } };
        }
        finally
        {
            over.TrySetResult();
        }

        return new() { { "DialCallStatus", "completed" }, { "DialCallSid", member.Call.Sid }, { "DialBridged", true } };
    }

    private async Task<QueueMember?> HeadOfQueueAsync(SimulatedQueue queue, TimeSpan timeout, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var patience = LoopWait.DelayAsync(world.Clock, timeout, stop.Token);
        while (queue.Members.Count == 0)
        {
            if (await Task.WhenAny(queue.WhenSomeoneJoinsAsync(), patience) == patience)
            {
                await patience;
                return null;
            }
        }

        stop.Cancel();
        return queue.Members[0];
    }

    /// <summary>Two legs hear each other until one goes, the limit passes or a star is pressed.</summary>
    private async Task TalkAsync(XElement verb, SimulatedCall other, CancellationToken cancel, CancellationToken limit)
    {
        (call.Peer, other.Peer) = (other, call);
        call.Transcript.Add("line", "connected");
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit);
            await WithStarAsync(
                verb, Task.WhenAny(UntilCancelledAsync(other.Execution), UntilCancelledAsync(stop.Token)), stop.Cancel, stop.Token);
        }
        finally
        {
            (call.Peer, other.Peer) = (null, null);
        }

        cancel.ThrowIfCancellationRequested();
    }

    private async Task UntilCancelledAsync(CancellationToken cancel)
    {
        try
        {
            await LoopWait.DelayAsync(world.Clock, Timeout.InfiniteTimeSpan, cancel);
        }
        catch (OperationCanceledException)
        {
            // That is what it waits for.
        }
    }
}
