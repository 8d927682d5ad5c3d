using System.Diagnostics;
using Helpline.Testing.Centre;
using Helpline.Testing.Recovery;
using Helpline.Testing.Simulation;

namespace Helpline.Testing.Nodes;

/// <summary>
/// Two processes of the application on one file and one broker, behind a load balancer; the telephone service and the advisers' consoles
/// are the test's own and outlive both. The nodes are on the real clock; telephone time passes between looks and stands still while a
/// webhook is being answered, however slow the machine.
/// </summary>
public sealed class TwoNodes : IAsyncDisposable
{
    private const string Password = "killed-and-back-again";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan TelephoneTimeOfALook = TimeSpan.FromSeconds(1);

    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly Uri[] addresses = [HelplineProcess.FreeAddress(), HelplineProcess.FreeAddress()];
    private readonly HelplineProcess?[] nodes = new HelplineProcess?[2];
    private readonly CancellationToken stop;
    private PrivateBroker? broker;
    private SimulatorHost? telephone;

    private TwoNodes(int seed, CancellationToken stop)
    {
        this.stop = stop;
        Seed = seed;
        Balancer = new LoadBalancer(addresses, new Random(seed));
        Ledger = new NodeLedger(database.ConnectionString, Analytics);
    }

    /// <summary>Of the telephone service and the balancer; print it with a failure.</summary>
    public int Seed { get; }

    public SimulatorHost Telephone => telephone ?? throw new InvalidOperationException("Not started.");

    public LoadBalancer Balancer { get; }

    public NodeLedger Ledger { get; }

    public IReadOnlyList<AdviserConsole> Consoles { get; private set; } = [];

    public static async Task<TwoNodes> StartAsync(int seed, int advisers, CancellationToken stop)
    {
        var centre = new TwoNodes(seed, stop);
        try
        {
            await centre.StartAsync(advisers);
            return centre;
        }
        catch
        {
            await centre.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL for one node, at the moment it has a webhook in hand.</summary>
    public Task KillInTheMiddleAsync(int node) => Balancer.WithNextWebhookAsync(node, () =>
    {
        nodes[node]!.Kill();
        nodes[node]!.Dispose();
        nodes[node] = null;
    });

    /// <summary>The node comes back on what it left behind.</summary>
    public async Task ReturnAsync(int node) => nodes[node] = await HelplineProcess.StartAsync(addresses[node], Settings(), stop);

    /// <summary>Whether the node runs.</summary>
    public bool IsUp(int node) => nodes[node] is not null;

    /// <summary>Which node a console is connected to.</summary>
    public int NodeOf(AdviserConsole console) => Array.IndexOf(addresses, console.Address);

    /// <summary>The page has lost its connection and goes to whichever node takes it.</summary>
    public async Task FindNodeAsync(AdviserConsole console)
    {
        var other = NodeOf(console) ^ 1;
        await console.MoveAsync(addresses[IsUp(other) ? other : other ^ 1], stop);
    }

    /// <summary>A moment passes, for everybody.</summary>
    public async Task PassAsync()
    {
        await Task.Delay(Look, stop);
        for (var since = Stopwatch.StartNew(); Balancer.InFlight > 0 && since.Elapsed < TimeSpan.FromSeconds(2);)
        {
            await Task.Delay(5, stop);
        }

        await Telephone.SettleAsync().WaitAsync(stop);
        var target = clock.GetUtcNow() + TelephoneTimeOfALook;
        while (clock.NextTimerDue is { } due && due <= target)
        {
            clock.SetUtcNow(due);
            await Telephone.SettleAsync().WaitAsync(stop);
        }

        clock.SetUtcNow(target);
    }

    /// <summary>What the nodes last wrote, for a failing test's message.</summary>
    public string Output => string.Join(Environment.NewLine, nodes.Select((n, i) => $"node {i}: {n?.Output ?? "down"}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var console in Consoles)
        {
            await console.DisposeAsync();
        }

        foreach (var node in nodes)
        {
            node?.Dispose();
        }

        if (telephone is not null)
        {
            await telephone.DisposeAsync();
        }

        Balancer.Dispose();
        broker?.Dispose();
        database.Dispose();
    }

    private string Analytics => $"Data Source={Path.Combine(database.Folder, "analytics.db")}";

    private async Task StartAsync(int advisers)
    {
        broker = await PrivateBroker.StartAsync(stop);
        telephone = await SimulatorHost.StartAsync(
            new()
            {
                Clock = clock,
                Seed = Seed,
                AppHandler = Balancer.Handler,
                Simulator = new Dictionary<string, string?>
                {
                    ["Twilio:Simulator:SpeechCharactersPerSecond"] = "200",
                    ["Twilio:Simulator:CallsPerSecond"] = "100",
                },
            },
            stop);

        // One after the other, as the first makes the schema and the accounts.
        await ReturnAsync(0);
        await ReturnAsync(1);
        List<AdviserConsole> consoles = [];
        Consoles = consoles;
        for (var i = 0; i < advisers; i++)
        {
            var console = new AdviserConsole(addresses[0]);
            consoles.Add(console);
            await console.SignInAsync($"adviser{i + 1}@helpline.test", Password, stop);

            // Signed in by one node, every other console is connected to the other.
            await console.MoveAsync(addresses[i % 2], stop);
            await console.DeclareAsync("Available", stop);
        }
    }

    private Dictionary<string, string?> Settings() => new(Telephone.AppConfiguration)
    {
        ["ConnectionStrings:Helpline"] = database.ConnectionString,
        ["ConnectionStrings:Analytics"] = Analytics,
        ["DataProtection:KeysPath"] = SharedKeys.Folder.FullName,
        ["Bus:Transport"] = "RabbitMq",
        ["Bus:RabbitMq:Uri"] = broker!.Uri,
        ["Seed:Password"] = Password,
        ["Hours:AlwaysOpen"] = "true",
        // Facts of a caller who gave up, as one may whose line was being joined by a node that died, would wait longer than a test does.
        ["Callbacks:RegainWithin"] = "00:00:00",
    };
}
