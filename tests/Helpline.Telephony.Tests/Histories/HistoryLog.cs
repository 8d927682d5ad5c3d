using System.Collections.Concurrent;
using Helpline.Core.Common;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>What the helpline logged with an exception that is no fault of the network: it hides a mistake of ours.</summary>
internal sealed class HistoryLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> mistakes = new();

    public IReadOnlyList<string> Mistakes => [.. mistakes];

    public void Forget() => mistakes.Clear();

    public ILogger CreateLogger(string categoryName) => new Listener(this);

    public void Dispose()
    {
    }

    private void Note(string text, Exception exception)
    {
        if (exception is RuleBrokenException or InvalidOperationException or ArgumentException or NullReferenceException or KeyNotFoundException
            || exception.GetType().Name.StartsWith("DbUpdate", StringComparison.Ordinal))
        {
            mistakes.Enqueue($"{text} {exception}");
        }
    }

    private sealed class Listener(HistoryLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && IsEnabled(logLevel))
            {
                log.Note(formatter(state, exception), exception);
            }
        }
    }
}
