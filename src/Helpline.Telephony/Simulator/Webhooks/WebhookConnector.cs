using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>How one request is to be connected; by its URL's overrides, else by the service's defaults.</summary>
internal sealed record ConnectTerms(TimeProvider Clock, TimeSpan Timeout, bool Sni, IPAddress Source);

/// <summary>Opens connections to the app on the terms of the request that needs one.</summary>
internal static class WebhookConnector
{
    private static readonly HttpRequestOptionsKey<ConnectTerms> Key = new("connect-terms");

    public static void Require(HttpRequestMessage message, ConnectTerms terms) => message.Options.Set(Key, terms);

    /// <summary>The <see cref="SocketsHttpHandler.ConnectCallback"/> of the client that sends webhooks.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        if (!context.InitialRequestMessage.Options.TryGetValue(Key, out var terms))
        {
            throw new InvalidOperationException("A webhook was sent without terms to connect on.");
        }

        using var limit = new CancellationTokenSource(terms.Timeout, terms.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var socket = SocketTo(context.DnsEndPoint.Host, terms.Source);
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, stop.Token);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return terms.Sni || context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps
                ? stream
                : await WithoutNameAsync(stream, NameOf(context), stop.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException("No connection within the connect timeout.");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string NameOf(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage.Headers.Host is { } host ? new Uri("https://" + host).IdnHost : context.DnsEndPoint.Host;

    // Other systems have one loopback address only, and any other target is reached from the machine's own.
    private static Socket SocketTo(string host, IPAddress source)
    {
        if (!OperatingSystem.IsLinux() || !IPAddress.TryParse(host, out var target) || !target.Equals(IPAddress.Loopback))
        {
            return new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(source, 0));
        return socket;
    }

    // The server is not told which name is meant; its certificate must bear the name all the same.
    private static async Task<Stream> WithoutNameAsync(NetworkStream stream, string host, CancellationToken cancellation)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "",
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                    (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None
                    && certificate is X509Certificate2 given && given.MatchesHostname(host),
            },
            cancellation);
        return tls;
    }
}
