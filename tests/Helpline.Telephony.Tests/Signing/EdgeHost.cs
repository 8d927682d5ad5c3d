using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Helpline.Telephony.Options;
using Helpline.Telephony.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Tests.Signing;

/// <summary>A real server with one signed group, which believes it is reached at <see cref="PublicBaseUrl"/>.</summary>
internal sealed class EdgeHost : IAsyncDisposable
{
    public const string AccountSid = "AC00112233445566778899aabbccddeeff";
    public const string AuthToken = "12345";
    public const string PublicBaseUrl = "https://helpline.example/edge";

    private readonly WebApplication app;
    private readonly MeterListener listener = new();

    private EdgeHost(WebApplication app)
    {
        this.app = app;
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Name == WebhookMetrics.RefusedName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => Refusals.Enqueue((string)tags[0].Value!));
        listener.Start();
    }

    public ConcurrentQueue<string> Refusals { get; } = new();

    public ConcurrentQueue<string> Logged { get; } = new();

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static async Task<EdgeHost> StartAsync(string otherAuthToken = "")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        var lines = new CapturedLog();
        builder.Logging.ClearProviders().AddProvider(lines).SetMinimumLevel(LogLevel.Information);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Twilio:Mode"] = "Simulator",
            ["Twilio:AccountSid"] = AccountSid,
            ["Twilio:AuthToken"] = AuthToken,
            ["Twilio:OtherAuthToken"] = otherAuthToken,
            ["Twilio:PublicBaseUrl"] = PublicBaseUrl + "/",
        });
        builder.Services.AddTwilioEdge(builder.Configuration);
        var app = builder.Build();
        app.UseStatusCodePages();
        var group = app.MapGroup("/twilio").AddEndpointFilter<TwilioSignatureFilter>();
        group.Map("/{**step}", (HttpContext http) => string.Join('|', TwilioForm.Of(http).Fields.Select(f => f.Key + "=" + f.Value)));
        var host = new EdgeHost(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        host.Client.BaseAddress = new Uri(app.Urls.Single());
        lines.Sink = host.Logged.Enqueue;
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        listener.Dispose();
        await app.DisposeAsync();
    }

    private sealed class CapturedLog : ILoggerProvider, ILogger
    {
        public Action<string> Sink { get; set; } = _ => { };

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Sink(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
