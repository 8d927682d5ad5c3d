namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>Sends the app its webhooks by the service's rules: signed, time-limited, retried only where the rules say so.</summary>
internal sealed class WebhookClient(SimulatorWorld world, IHttpClientFactory clients, WebhookSigner signer)
{
    /// <summary>Name of the HttpClient, so that a test can swap its handler for a TestServer's.</summary>
    public const string ClientName = "twilio-simulator";

    private const int MaxRedirects = 10;
    private readonly WebhookSender sender = new(world, clients, signer);

    /// <summary>Forged copies sent so far.</summary>
    public int Forged { get; private set; }

    public async Task<WebhookReply> SendAsync(WebhookRequest request, CancellationToken cancellation)
    {
        var (url, overrides) = ConnectionOverrides.Split(request.Url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return new() { Url = url, ErrorCode = 11100 };
        }

        foreach (var fault in overrides.Faults)
        {
            world.Report.Warning("2.8", request.Sid, $"connection override '{fault}' is not understood");
        }

        if (world.Options.ProductionLike && PrivateHosts.Has(uri))
        {
            return new() { Url = url, ErrorCode = 11205 };
        }

        var chaos = world.Options.Chaos;
        await world.PauseAsync(world.Between(TimeSpan.Zero, chaos.WebhookLatencyMax), cancellation);
        var exchange = new WebhookExchange(request, world.Shuffle(request.Fields), overrides);
        if (!request.IsMedia && world.OddChance(chaos.ForgeryRate))
        {
            await ForgeAsync(url, exchange, cancellation);
        }

        using var limit = new CancellationTokenSource(overrides.TotalTimeout, world.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var token = Guid.NewGuid().ToString();
        for (var attempt = 0; ; attempt++)
        {
            var withToken = overrides.SetsRetries && (attempt > 0 || world.Options.Unsettled.TokenOnFirstAttempt);
            var reply = await FollowAsync(url, exchange with { Token = withToken ? token : null }, linked.Token);
            cancellation.ThrowIfCancellationRequested();
            var lost = overrides.RetriesTimeout && attempt < overrides.Retries && world.Chance(chaos.WebhookReplyLostRate);
            if (!lost && (attempt >= overrides.Retries || limit.IsCancellationRequested || !Retriable(reply, overrides)))
            {
                return reply;
            }
        }
    }

    private static bool Retriable(WebhookReply reply, ConnectionOverrides overrides) => reply switch
    {
        { ErrorCode: 11205 or 11210 or 11220 } => overrides.RetriesConnect,
        { ErrorCode: not null } => overrides.RetriesTimeout,
        { Status: >= 500 } => overrides.Retries5xx,
        { Status: >= 400 } => overrides.Retries4xx,
        _ => false,
    };

    // Somebody who is not the service sends the same request just before it does, and must be turned away.
    private async Task ForgeAsync(string url, WebhookExchange exchange, CancellationToken cancellation)
    {
        var forged = new ForgedSignature(world.Oddities.Next());
        using var limit = new CancellationTokenSource(exchange.Overrides.TotalTimeout, world.Clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var (reply, _) = await sender.SendAsync(url, exchange.Request.Method, exchange with { Forged = forged }, linked.Token);
        cancellation.ThrowIfCancellationRequested();
        Forged++;
        if (reply is { ErrorCode: null, Status: not (400 or 403) })
        {
            world.Report.Violation("3.5", exchange.Request.Sid, $"{forged.Kind} was answered with {reply.Status}");
        }
    }

    private async Task<WebhookReply> FollowAsync(string url, WebhookExchange exchange, CancellationToken cancellation)
    {
        var method = exchange.Request.Method;
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            var (reply, location) = await sender.SendAsync(url, method, exchange, cancellation);
            switch (reply.Status)
            {
                case 301 or 302 or 303 when location is not null:
                    // The POST becomes a GET and its fields are gone.
                    url = new Uri(new Uri(url), location).AbsoluteUri;
                    method = "GET";
                    exchange = exchange with { Fields = [] };
                    continue;
                case 307 or 308 when location is not null && world.Options.Unsettled.FollowsPreservingRedirects:
                    url = new Uri(new Uri(url), location).AbsoluteUri;
                    continue;
                default:
                    return reply;
            }
        }

        return new() { Url = url, ErrorCode = 11215 };
    }
}
