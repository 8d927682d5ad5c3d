using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Testing.Centre;
using Helpline.Testing.Simulation;

namespace Helpline.Testing.Recovery;

/// <summary>
/// The application as a killable process, and the telephone service in the test's own, so that it outlives it. The application runs on
/// the real clock. Telephone time passes while a test waits for something and stands still otherwise, however slow the machine.
/// </summary>
public sealed partial class KillableCentre : IAsyncDisposable
{
    public const string Parent = "+447700900123";
    private const string Adviser = "adviser1@helpline.test";
    private const string Password = "killed-and-back-again";

    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly Uri address = HelplineProcess.FreeAddress();
    private CancellationToken stop;
    private int earlierViolations;
    private HelplineProcess? app;

    private KillableCentre() => Stored = new StoredCalls(database.ConnectionString);

    /// <summary>The telephone service.</summary>
    public SimulatorHost Telephone { get; private set; } = null!;

    /// <summary>The database, read from outside.</summary>
    public StoredCalls Stored { get; }

    /// <summary>The one adviser's console.</summary>
    public AdviserConsole Console { get; private set; } = null!;

    /// <summary>What went against the telephone service's contract since <see cref="Begin"/>.</summary>
    public IEnumerable<string> Violations => Telephone.Violations.Skip(earlierViolations);

    public static async Task<KillableCentre> StartAsync(CancellationToken stop, params (string Key, string Value)[] settings)
    {
        var centre = new KillableCentre { stop = stop };
        try
        {
            centre.Telephone = await SimulatorHost.StartAsync(
                new()
                {
                    Clock = centre.clock,
                    Simulator = new Dictionary<string, string?>
                    {
                        ["Twilio:Simulator:SpeechCharactersPerSecond"] = "100",
                        ["Twilio:Simulator:CallsPerSecond"] = "100",
                    },
                },
                stop);
            centre.Telephone.DeliverTo(centre.address);
            await centre.StartAppAsync(settings);
            centre.Begin(stop);
            return centre;
        }
        catch
        {
            await centre.DisposeAsync();
            throw;
        }
    }

    /// <summary>A test begins, with a console that is not open yet.</summary>
    public void Begin(CancellationToken testStop)
    {
        stop = testStop;
        earlierViolations = Telephone.Violations.Count;
        Console = new AdviserConsole(address);
    }

    /// <summary>A test has ended well: the adviser goes home.</summary>
    public async Task EndAsync()
    {
        await Console.DeclareAsync("Offline", stop);
        await Console.DisposeAsync();
    }

    /// <summary>Starts the application on what the last one left behind.</summary>
    public async Task StartAppAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(Telephone.AppConfiguration)
        {
            ["ConnectionStrings:Helpline"] = database.ConnectionString,
            ["ConnectionStrings:Analytics"] = $"Data Source={Path.Combine(database.Folder, "analytics.db")}",
            ["DataProtection:KeysPath"] = SharedKeys.Folder.FullName,
            ["Seed:Password"] = Password,
            ["Hours:AlwaysOpen"] = "true",
            ["Routing:OfferLifetime"] = "00:02:00",
            ["Routing:HeartbeatFresh"] = "00:01:00",
            ["Routing:HeartbeatLost"] = "00:05:00",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        app = await HelplineProcess.StartAsync(address, all, stop);
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAppAsync()
    {
        app!.Kill();
        app.Dispose();
        app = null;
        await Telephone.SettleAsync().WaitAsync(stop);
    }

    /// <summary>Somebody rings, says and presses nothing, and so has come to the queue and hears its music.</summary>
    public async Task<string> WaitingCallerAsync()
    {
        var call = await Telephone.PlaceCallAsync(Parent);
        await UntilStoredAsync(call, "waiting in the queue", c => c is { State: CallState.Queued, Status: ContactStatus.Waiting or ContactStatus.Offered });
        await UntilAsync("music in the queue", async () => (await Telephone.CallAsync(call)).Transcript.Any(line => line.StartsWith("line: plays ", StringComparison.Ordinal)));
        return call;
    }

    /// <summary>The adviser opens the console and is available.</summary>
    public async Task OpenConsoleAsync()
    {
        await Console.SignInAsync(Adviser, Password, stop);
        await Console.ConnectAsync(stop);
        await Console.DeclareAsync("Available", stop);
    }

    /// <summary>After a restart, the console finds its way back by itself.</summary>
    public Task ReconnectConsoleAsync() => Console.ConnectAsync(stop);

    /// <summary>Waits until the adviser's console shows an offer. Returns its id.</summary>
    public async Task<Guid> OfferAsync()
    {
        Guid? offer = null;
        await UntilAsync("an offer on the console", async () => (offer = (Guid?)(await Console.SnapshotAsync(stop))["offer"]?["offerId"]) is not null);
        return offer!.Value;
    }

    /// <summary>The adviser takes what is offered; returns once adviser and caller talk.</summary>
    public async Task<StoredCall> TalkAsync(string call)
    {
        var outcome = await Console.AcceptAsync(await OfferAsync(), stop);
        return outcome == "accepted"
            ? await UntilStoredAsync(call, "talking", c => c is { State: CallState.Connected, Status: ContactStatus.InProgress })
            : throw new InvalidOperationException($"The offer was not accepted but {outcome}.");
    }

    public async ValueTask DisposeAsync()
    {
        app?.Dispose();
        if (Console is not null)
        {
            await Console.DisposeAsync();
        }

        if (Telephone is not null)
        {
            await Telephone.DisposeAsync();
        }

        database.Dispose();
    }
}
