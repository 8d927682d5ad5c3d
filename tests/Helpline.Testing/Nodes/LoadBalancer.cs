using System.Collections.Concurrent;
using System.Net;

namespace Helpline.Testing.Nodes;

/// <summary>
/// Stands before the nodes as a load balancer does: each webhook goes to one at random; to the next when that one takes no connection. What
/// a node had in hand when it died is answered with 502, as nobody can know whether it was done.
/// </summary>
public sealed class LoadBalancer(IReadOnlyList<Uri> nodes, Random random) : IDisposable
{
    private readonly HttpMessageInvoker network = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ConcurrentDictionary<int, int> taken = new();
    private int inFlight;
    private Armed? armed;

    /// <summary>Webhooks that are being answered.</summary>
    public int InFlight => Volatile.Read(ref inFlight);

    /// <summary>Webhooks whose answer died with its node.</summary>
    public int Lost { get; private set; }

    /// <summary>How many webhooks this node has answered.</summary>
    public int TakenBy(int node) => taken.GetValueOrDefault(node);

    /// <summary>Does it as soon as this node has a webhook in hand. Completes when done.</summary>
    public Task WithNextWebhookAsync(int node, Action act)
    {
        var order = new Armed(node, act);
        armed = order;
        return order.Done.Task;
    }

    /// <summary>The handler of the telephone service's client.</summary>
    public HttpMessageHandler Handler() => new Line(this);

    public void Dispose() => network.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref inFlight);
        try
        {
            var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            int first;
            lock (random)
            {
                first = random.Next(nodes.Count);
            }

            for (var i = 0; i < nodes.Count; i++)
            {
                if (await TryAsync(request, body, (first + i) % nodes.Count, cancellationToken) is { } answer)
                {
                    return answer;
                }
            }

            return new HttpResponseMessage(HttpStatusCode.BadGateway) { RequestMessage = request };
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(HttpRequestMessage original, byte[]? body, int node, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(original.Method, new Uri(nodes[node], original.RequestUri!.PathAndQuery));
        foreach (var (name, values) in original.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            foreach (var (name, values) in original.Content!.Headers)
            {
                request.Content.Headers.TryAddWithoutValidation(name, values);
            }
        }

        try
        {
            var sending = network.SendAsync(request, cancellationToken);
            if (armed is { } order && order.Node == node && Interlocked.CompareExchange(ref armed, null, order) == order)
            {
                order.Act();
                order.Done.SetResult();
            }

            var response = await sending;
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            taken.AddOrUpdate(node, 1, (_, n) => n + 1);
            return response;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Lost++;
            return new HttpResponseMessage(HttpStatusCode.BadGateway) { RequestMessage = original };
        }
    }

    private sealed class Line(LoadBalancer balancer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            balancer.SendAsync(request, cancellationToken);
    }

    private sealed record Armed(int Node, Action Act)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
