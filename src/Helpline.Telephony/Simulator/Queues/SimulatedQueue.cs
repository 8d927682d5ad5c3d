using System.Globalization;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Queues;

/// <summary>A queue of waiting callers, first in first out.</summary>
internal sealed class SimulatedQueue(SimulatorWorld world, string name, int maxSize)
{
    private readonly List<QueueMember> members = [];
    private readonly List<TaskCompletionSource> arrivals = [];
    private TimeSpan waited;
    private int left;

    public string Sid { get; } = world.NewSid("QU");

    public string Name { get; set; } = name;

    public int MaxSize { get; set; } = maxSize;

    public DateTimeOffset Created { get; } = world.Clock.GetUtcNow();

    public IReadOnlyList<QueueMember> Members => members;

    /// <summary>Mean wait of those who have left, in seconds.</summary>
    public int AverageWait => left == 0 ? 0 : (int)(waited.TotalSeconds / left);

    public bool IsFull => members.Count >= MaxSize;

    public QueueMember Join(SimulatedCall call)
    {
        var visible = world.Clock.GetUtcNow() + world.Between(TimeSpan.Zero, world.Options.Chaos.ListLagMax);
        var member = new QueueMember(this, call, world.Clock.GetUtcNow(), visible);
        members.Add(member);
        foreach (var arrival in arrivals)
        {
            arrival.TrySetResult();
        }

        arrivals.Clear();
        return member;
    }

    /// <summary>Takes a member out; whoever does it second finds nobody.</summary>
    public bool Remove(QueueMember member)
    {
        if (!members.Remove(member))
        {
            return false;
        }

        waited += world.Clock.GetUtcNow() - member.Joined;
        left++;
        return true;
    }

    public QueueMember? Find(string callSidOrFront) => callSidOrFront == "Front"
        ? members.FirstOrDefault()
        : members.Find(m => m.Call.Sid == callSidOrFront);

    public Task WhenSomeoneJoinsAsync()
    {
        var arrival = new TaskCompletionSource();
        arrivals.Add(arrival);
        return arrival.Task;
    }

    public int PositionOf(QueueMember member) => members.IndexOf(member) + 1;

    // Best effort: it may jump, and rise.
    private int ToldPositionOf(QueueMember member) =>
        PositionOf(member) + (world.OddChance(world.Options.Chaos.QueuePositionErrorRate) ? world.Oddities.Next(1, 4) : 0);

    /// <summary>What the wait document is told.</summary>
    public FieldList Facts(QueueMember member) => new()
    {
        { "QueueSid", Sid },
        { "QueuePosition", ToldPositionOf(member) },
        { "QueueTime", Seconds(member) },
        { "AvgQueueTime", AverageWait },
        { "CurrentQueueSize", members.Count },
        { "MaxQueueSize", MaxSize },
    };

    public string Seconds(QueueMember member) =>
        ((int)(world.Clock.GetUtcNow() - member.Joined).TotalSeconds).ToString(CultureInfo.InvariantCulture);
}

/// <summary>One caller's place in a queue.</summary>
internal sealed class QueueMember(SimulatedQueue queue, SimulatedCall call, DateTimeOffset joined, DateTimeOffset visible)
{
    private readonly StopSignal taken = new();

    public SimulatedQueue Queue => queue;

    public SimulatedCall Call => call;

    public DateTimeOffset Joined => joined;

    /// <summary>The first wait document has been read: before that the caller was never really queued.</summary>
    public bool Settled { get; set; }

    /// <summary>When lists begin to show the member.</summary>
    public DateTimeOffset Visible => visible;

    /// <summary>Cancelled when somebody takes the caller out of the queue.</summary>
    public CancellationToken Taken => taken.Token;

    /// <summary>What became of the wait; null while waiting.</summary>
    public Dequeuing? Outcome { get; private set; }

    /// <returns>False when somebody else was first.</returns>
    public bool Take(Dequeuing how)
    {
        if (!queue.Remove(this))
        {
            return false;
        }

        Outcome = how;
        taken.Cancel();
        return true;
    }
}

/// <summary>How a caller was taken out of a queue.</summary>
internal abstract record Dequeuing
{
    private Dequeuing()
    {
    }

    /// <summary>By REST, to follow a document.</summary>
    public sealed record ToDocument(DocumentSource Source) : Dequeuing;

    /// <summary>By a leg that dialled the queue; the bridge lasts until the task completes.</summary>
    public sealed record ToBridge(SimulatedCall Dialler, DocumentSource? Whisper, TaskCompletionSource Ready, Task UntilOver) : Dequeuing;
}
