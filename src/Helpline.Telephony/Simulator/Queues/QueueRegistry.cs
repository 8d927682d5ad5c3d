namespace Helpline.Telephony.Simulator.Queues;

/// <summary>Queues of the account, made on demand by name.</summary>
internal sealed class QueueRegistry(SimulatorWorld world)
{
    public const int DefaultMaxSize = 1000;
    public const int LargestMaxSize = 5000;
    public const int LongestName = 64;

    private readonly List<SimulatedQueue> all = [];

    public IReadOnlyList<SimulatedQueue> All => all;

    public SimulatedQueue? Find(string sid) => all.Find(q => q.Sid == sid);

    public SimulatedQueue? FindByName(string name) => all.Find(q => q.Name == name);

    public SimulatedQueue GetOrCreate(string name) => FindByName(name) ?? Create(name, DefaultMaxSize);

    public SimulatedQueue Create(string name, int maxSize)
    {
        world.Invariants.CheckPrivate(null, name);
        var queue = new SimulatedQueue(world, name, maxSize);
        all.Add(queue);
        return queue;
    }

    public void Delete(SimulatedQueue queue) => all.Remove(queue);
}
