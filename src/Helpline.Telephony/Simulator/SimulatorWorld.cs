using System.Globalization;
using Helpline.Telephony.Options;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Simulator.Messages;
using Helpline.Telephony.Simulator.Queues;
using Helpline.Telephony.Simulator.Recordings;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Voices;
using Helpline.Telephony.Simulator.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Simulator;

/// <summary>The account, its number and everyone on the other end of it. Lives in memory: it is the outside world.</summary>
internal sealed partial class SimulatorWorld : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ILogger logger;
    private readonly IPublicAddress address;
    private readonly string apiBase;

    public SimulatorWorld(
        IOptions<SimulatorOptions> options,
        IOptions<TwilioOptions> twilio,
        IPublicAddress address,
        TimeProvider clock,
        IHttpClientFactory clients,
        ILogger<SimulatorWorld> logger)
    {
        this.logger = logger;
        this.address = address;
        apiBase = twilio.Value.ApiBaseUrl;
        Options = options.Value;
        Clock = clock;
        PhoneNumber = Options.PhoneNumber is { Length: > 0 } number ? number : twilio.Value.CallerId;
        var seed = Options.Chaos.Seed ?? Random.Shared.Next();
        Random = new Random(seed);
        Oddities = new Random(seed ^ 0x0DD);
        Regions = new(Options, twilio.Value, () => Sids.New("", Oddities));
        Edges = new(Oddities);
        LogSeed(logger, seed, Options.Profile);
        WebhookSigner.SelfTest();
        Report = new(Options.Strict, seed, clock, logger);
        Reader = new(Report);
        Webhooks = new(this, clients, new(() => Account.AuthToken));
        Courier = new(this);
        Report.Logged += new EventFeed(this).Post;
        Calls = new(this);
        Queues = new(this);
        Conferences = new(this);
        Recordings = new(this);
        Messages = new(this);
        FarEnds = new();
        Lines = new(this);
        Faults = new(this);
        Invariants = new(this);
        Voices = new(this);
    }

    public SimulatorOptions Options { get; }

    public TimeProvider Clock { get; }

    public SimulatorRegions Regions { get; }

    /// <summary>The account in its home region.</summary>
    public SimulatorAccount Account => Regions.Home.Account;

    public Edges Edges { get; }

    /// <summary>The account's number, E.164.</summary>
    public string PhoneNumber { get; }

    public Random Random { get; private set; }

    /// <summary>Chance for what only some runs draw, from the same seed, so that it does not shift what all runs draw.</summary>
    public Random Oddities { get; private set; }

    public SimulatorLoop Loop { get; } = new();

    public SimulatorReport Report { get; }

    public TwimlReader Reader { get; }

    public WebhookClient Webhooks { get; }

    public StatusCourier Courier { get; }

    public CallRegistry Calls { get; }

    public QueueRegistry Queues { get; }

    public ConferenceRegistry Conferences { get; }

    public RecordingRegistry Recordings { get; }

    public MessageRegistry Messages { get; }

    public FarEndDirectory FarEnds { get; }

    public PhoneLines Lines { get; }

    public SimulatorFaults Faults { get; }

    public SimulatorInvariants Invariants { get; }

    /// <summary>Real microphones in simulated conferences.</summary>
    public VoiceExchange Voices { get; }

    /// <summary>Where this REST service is reached, for the links it hands out.</summary>
    public string ApiBase => Absolute(apiBase).TrimEnd('/');

    public CancellationToken Stopping => stopping.Token;

    /// <summary>Whether an outgoing leg may show the number: ours, verified, or one of the call it belongs to.</summary>
    public bool MayShow(string number, SimulatedCall? parent) =>
        number == PhoneNumber || Options.VerifiedCallerIds.Contains(number) || number.StartsWith("client:", StringComparison.Ordinal)
        || (parent is not null && (number == parent.From || number == parent.To));

    public string NewSid(string prefix) => Sids.New(prefix, Random);

    public string NewOddSid(string prefix) => Sids.New(prefix, Oddities);

    /// <summary>Now, as the service writes dates.</summary>
    public string Now() => Clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal);

    public bool Chance(double rate) => rate > 0 && Random.NextDouble() < rate;

    public bool OddChance(double rate) => rate > 0 && Oddities.NextDouble() < rate;

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * Random.NextDouble());

    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items)
    {
        var array = items.ToArray();
        Random.Shuffle(array);
        return array;
    }

    /// <summary>Begins chance anew, so that one of many runs in this world can be told again by its seed alone.</summary>
    public void Reseed(int seed) => (Random, Oddities) = (new(seed), new(seed ^ 0x0DD));

    public Task PauseAsync(TimeSpan duration, CancellationToken cancellation) =>
        duration <= TimeSpan.Zero ? Task.CompletedTask : LoopWait.DelayAsync(Clock, duration, cancellation);

    /// <summary>Runs work of the world's own; a failure in it is a bug of the simulator and fails the run.</summary>
    public void Background(Func<Task> work) => _ = Loop.RunAsync(async () =>
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The leg or the host ended while this was under way.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogFault(logger, failure);
            Report.Violation("simulator", null, failure.GetType().Name + ": " + failure.Message);
        }
    });

    /// <summary>A URL fit for a log: no query, no fragment, no user.</summary>
    public static string Redact(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : "(relative)";

    /// <summary>A URL of the number's configuration as an absolute one.</summary>
    public string Absolute(string url) =>
        url.Length == 0 || Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https"
            ? url
            : address.BaseUrl + url;

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Twilio simulator started: seed {Seed}, profile {Profile}")]
    private static partial void LogSeed(ILogger logger, int seed, SimulatorProfile profile);

    [LoggerMessage(Level = LogLevel.Error, Message = "The Twilio simulator itself failed")]
    private static partial void LogFault(ILogger logger, Exception failure);
}
