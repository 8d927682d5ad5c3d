using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Helpline.Testing;

/// <summary>Connects SignalR's client straight to a hub by WebSocket, with a cookie and without negotiation.</summary>
public sealed class SocketConnections(string cookie) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        if (cookie.Length > 0)
        {
            socket.Options.SetRequestHeader("Cookie", cookie);
        }

        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        return new SocketConnection(socket);
    }

    private sealed class SocketConnection : ConnectionContext, ITransferFormatFeature
    {
        private readonly ClientWebSocket socket;
        private readonly Pipe incoming = new();
        private readonly Pipe outgoing = new();
        private readonly Task pumps;

        public SocketConnection(ClientWebSocket socket)
        {
            this.socket = socket;
            Transport = new Duplex(incoming.Reader, outgoing.Writer);
            Features.Set<ITransferFormatFeature>(this);
            pumps = Task.WhenAll(ReceiveAsync(), SendAsync());
        }

        public override IDuplexPipe Transport { get; set; }

        public override string ConnectionId { get; set; } = "";

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

        public TransferFormat SupportedFormats => TransferFormat.Text;

        public TransferFormat ActiveFormat { get; set; } = TransferFormat.Text;

        public override async ValueTask DisposeAsync()
        {
            await outgoing.Writer.CompleteAsync();
            socket.Abort();
            await pumps.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            socket.Dispose();
            await base.DisposeAsync();
        }

        private async Task ReceiveAsync()
        {
            try
            {
                while (true)
                {
                    var received = await socket.ReceiveAsync(incoming.Writer.GetMemory(4096), CancellationToken.None);
                    if (received.MessageType == WebSocketMessageType.Close)
                    {
                        break;
                    }

                    incoming.Writer.Advance(received.Count);
                    await incoming.Writer.FlushAsync();
                }

                await incoming.Writer.CompleteAsync();
            }
            catch (WebSocketException gone)
            {
                await incoming.Writer.CompleteAsync(gone);
            }
        }

        private async Task SendAsync()
        {
            while (await outgoing.Reader.ReadAsync() is { IsCompleted: false } read)
            {
                foreach (var part in read.Buffer)
                {
                    await socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                }

                outgoing.Reader.AdvanceTo(read.Buffer.End);
            }
        }
    }

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
