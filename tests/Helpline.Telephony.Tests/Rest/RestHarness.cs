using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Helpline.Telephony.Options;
using Helpline.Telephony.Rest;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Tests.Rest;

/// <summary>The client as it is registered, with a wire that answers from a script and a clock that never waits.</summary>
internal sealed class RestHarness : IDisposable
{
    public const string Account = "/2010-04-01/Accounts/AC00112233445566778899aabbccddeeff/";

    private readonly ServiceProvider services;

    public RestHarness(params Func<HttpResponseMessage>[] answers)
        : this("https://twilio.example", answers)
    {
    }

    public RestHarness(string apiBaseUrl, Func<HttpResponseMessage>[] answers)
    {
        Wire = new ScriptedWire(answers);
        var made = new TwilioOptionsBuilder().Options;
        var collection = new ServiceCollection();
        collection.AddSingleton<IHostEnvironment>(
            new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Development" });
        collection.AddSingleton<IServer>(new TestServer(new ServiceCollection().BuildServiceProvider()));
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(new RetryBackoff(Clock, () => 0.5));
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(Logged)));
        collection.AddTwilioEdge(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Twilio:Mode"] = "Simulator",
            ["Twilio:AccountSid"] = made.AccountSid,
            ["Twilio:ApiKeySid"] = made.ApiKeySid,
            ["Twilio:ApiKeySecret"] = made.ApiKeySecret,
            ["Twilio:PublicBaseUrl"] = "https://helpline.example",
            ["Twilio:ApiBaseUrl"] = apiBaseUrl,
        }).Build());
        collection.AddHttpClient(TwilioTransport.ClientName).ConfigurePrimaryHttpMessageHandler(() => Wire);
        services = collection.BuildServiceProvider();
        Client = services.GetRequiredService<TwilioRestClient>();
    }

    public TwilioRestClient Client { get; }

    public ScriptedWire Wire { get; }

    public ImpatientClock Clock { get; } = new();

    public ConcurrentQueue<string> Logged { get; } = new();

    public static Func<HttpResponseMessage> Json(HttpStatusCode status, string body) =>
        () => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static Func<HttpResponseMessage> Ok(string body) => Json(HttpStatusCode.OK, body);

    public static Func<HttpResponseMessage> Error(HttpStatusCode status, int code, string message = "words") =>
        Json(status, $$"""{"code":{{code}},"message":"{{message}}","more_info":"https://twilio.example","status":{{(int)status}}}""");

    public static Func<HttpResponseMessage> Throws(Exception exception) => () => throw exception;

    public static Func<HttpResponseMessage> TimesOut() =>
        Throws(new TaskCanceledException("late", new TimeoutException()));

    public void Dispose() => services.Dispose();

    internal sealed class ScriptedWire(Func<HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        public List<(string Method, string Url, string Body, string? Authorization, Version Version)> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            Sent.Add((request.Method.Method, request.RequestUri!.AbsoluteUri, body, request.Headers.Authorization?.ToString(), request.Version));
            return answers[Sent.Count - 1]();
        }
    }

    /// <summary>Rings every timer at once and notes how long it was to wait.</summary>
    internal sealed class ImpatientClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
