using System.Xml.Linq;
using Helpline.Telephony.Simulator.Queues;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Enqueue: the caller waits, hearing the wait document over and over, until somebody takes them out.</summary>
internal sealed partial class CallRunner
{
    private static readonly TimeSpan ShortestWaitRound = TimeSpan.FromSeconds(1);

    private async Task<VerbExit> EnqueueAsync(XElement verb, VerbFrame frame)
    {
        var name = verb.Value.Trim();
        if (name.Length is 0 or > QueueRegistry.LongestName)
        {
            throw new WebhookException(13310, frame.Document.Url ?? "inline", "queue name missing or too long");
        }

        var queue = world.Queues.GetOrCreate(name);
        if (queue.IsFull)
        {
            return AfterQueue(verb, frame, "queue-full", null);
        }

        var member = queue.Join(call);
        call.Transcript.Add("line", "waits in the queue");
        string result;
        try
        {
            result = await WaitInQueueAsync(verb, frame, member);
        }
        catch (OperationCanceledException) when (frame.Cancel.IsCancellationRequested)
        {
            LeftWhileWaiting(verb, frame, member);
            throw;
        }

        var facts = QueueFacts(member);
        queue.Remove(member);
        if (result == "hangup")
        {
            call.HangUp();
            if (QueueAction(verb, frame, "hangup", facts) is { } hangup)
            {
                Forget(hangup);
            }

            return VerbExit.HangUp;
        }

        return member.Outcome switch
        {
            Dequeuing.ToDocument to => await DequeuedAsync(verb, frame, to.Source, facts),
            Dequeuing.ToBridge to => await BridgedAsync(verb, frame, to, facts),
            _ => AfterQueue(verb, frame, result, facts),
        };
    }

    private static FieldList QueueFacts(QueueMember member) => new()
    {
        { "QueueSid", member.Queue.Sid },
        { "QueueTime", member.Queue.Seconds(member) },
    };

    /// <summary>Repeats the wait document until the caller is taken out, leaves or hangs up, or the document fails.</summary>
    private async Task<string> WaitInQueueAsync(XElement verb, VerbFrame frame, QueueMember member)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(frame.Cancel, member.Taken);
        try
        {
            if (verb.Text("waitUrl") is not { Length: > 0 } waitUrl)
            {
                member.Settled = true;
                call.Transcript.Add("line", "music");
                await LoopWait.DelayAsync(world.Clock, Timeout.InfiniteTimeSpan, waiting.Token);
            }
            else
            {
                return await RepeatWaitAsync(frame.Document.Resolve(waitUrl), verb.Method("waitUrlMethod"), member, waiting.Token);
            }
        }
        catch (OperationCanceledException) when (member.Outcome is not null && !call.IsOver)
        {
            // Taken out: the wait is cut where it was.
        }
        catch (WebhookException failure)
        {
            world.Report.Note($"{failure.Code}", call.Sid, $"wait document: {failure.Message}");
            return "error";
        }

        return "";
    }

    private async Task<string> RepeatWaitAsync(string url, string method, QueueMember member, CancellationToken cancel)
    {
        while (true)
        {
            var started = world.Clock.GetUtcNow();
            var source = DocumentSource.At(url, method, member.Queue.Facts(member));
            var exit = await FollowWaitAsync(source, member, cancel);
            switch (exit)
            {
                case VerbExit.LeaveQueue:
                    return "leave";
                case VerbExit.HangUpCall:
                    return "hangup";
            }

            if (world.Clock.GetUtcNow() - started < ShortestWaitRound)
            {
                await world.PauseAsync(ShortestWaitRound, cancel);
            }
        }
    }

    // A Gather's action and a Redirect replace the wait document for once; both still get the queue's facts.
    private async Task<VerbExit> FollowWaitAsync(DocumentSource source, QueueMember member, CancellationToken cancel)
    {
        while (true)
        {
            var document = await RequestAsync(source, DocumentContext.QueueWait, cancel);
            member.Settled = true;
            var exit = await RunVerbsAsync(new(document, DocumentContext.QueueWait, cancel));
            if (exit is not VerbExit.GotoDocument go)
            {
                return exit;
            }

            var facts = member.Queue.Facts(member);
            source = go.Source with { Fields = [.. go.Source.Fields, .. facts] };
        }
    }

    private void LeftWhileWaiting(XElement verb, VerbFrame frame, QueueMember member)
    {
        var facts = QueueFacts(member);
        var wasTaken = !member.Queue.Remove(member);
        var result = call.IsOver ? (wasTaken ? "bridging-in-process" : "hangup") : "redirected";
        if (result == "hangup" && !member.Settled && world.OddChance(world.Options.Chaos.EarlyHangupSystemErrorRate))
        {
            (result, facts) = ("system-error", []);
        }

        if (QueueAction(verb, frame, result, facts) is { } action)
        {
            Forget(action);
        }
    }

    /// <summary>Both documents are fetched, in either order; by the contract the given one drives the call.</summary>
    private async Task<VerbExit> DequeuedAsync(XElement verb, VerbFrame frame, DocumentSource target, FieldList facts)
    {
        var action = QueueAction(verb, frame, "redirected", facts);
        var actionFirst = world.Chance(0.5);
        TwimlDocument? ofAction = null;
        if (action is not null && actionFirst)
        {
            ofAction = await TryRequestAsync(action, frame.Cancel);
        }

        if (action is not null && !actionFirst && !world.Options.Unsettled.DequeueActionDocumentWins)
        {
            Forget(action);
        }
        else if (action is not null && ofAction is null)
        {
            ofAction = await TryRequestAsync(action, frame.Cancel);
        }

        return world.Options.Unsettled.DequeueActionDocumentWins && ofAction is { Verbs.Count: > 0 }
            ? new VerbExit.FollowDocument(ofAction)
            : VerbExit.Goto(target);
    }

    private async Task<TwimlDocument?> TryRequestAsync(DocumentSource source, CancellationToken cancel)
    {
        try
        {
            return await RequestAsync(source, DocumentContext.Call, cancel);
        }
        catch (WebhookException failure)
        {
            world.Report.Note($"{failure.Code}", call.Sid, $"enqueue action: {failure.Message}");
            return null;
        }
    }

    private async Task<VerbExit> BridgedAsync(XElement verb, VerbFrame frame, Dequeuing.ToBridge bridge, FieldList facts)
    {
        try
        {
            if (bridge.Whisper is { } whisper)
            {
                var told = new FieldList(facts) { { "DequeingCallSid", bridge.Dialler.Sid } };
                await FollowAsync(whisper with { Fields = told }, null, DocumentContext.Whisper, frame.Cancel);
            }

            bridge.Ready.TrySetResult();
            call.Transcript.Add("line", "connected");
            await bridge.UntilOver.OrCancelledAsync(frame.Cancel);
        }
        catch (OperationCanceledException) when (frame.Cancel.IsCancellationRequested)
        {
            var wasReady = bridge.Ready.Task.IsCompletedSuccessfully;
            bridge.Ready.TrySetCanceled(CancellationToken.None);
            var result = call.IsOver ? (wasReady ? "bridged" : "bridging-in-process") : "redirected-from-bridged";
            if (QueueAction(verb, frame, result, facts) is { } action)
            {
                Forget(action);
            }

            throw;
        }

        return AfterQueue(verb, frame, "bridged", facts);
    }

    private static VerbExit AfterQueue(XElement verb, VerbFrame frame, string result, FieldList? facts) =>
        QueueAction(verb, frame, result, facts) is { } action ? VerbExit.Goto(action) : VerbExit.Next;

    private static DocumentSource? QueueAction(XElement verb, VerbFrame frame, string result, FieldList? facts) =>
        verb.Text("action") is { Length: > 0 } action
            ? DocumentSource.At(
                frame.Document.Resolve(action), verb.Method("method"), new FieldList(facts ?? []) { { "QueueResult", result } })
            : null;
}
