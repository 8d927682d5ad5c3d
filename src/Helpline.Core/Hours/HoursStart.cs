using Helpline.Core.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Core.Hours;

/// <summary>Reads the hours before anything can ask for them, so that a missing or malformed file stops the start.</summary>
internal sealed partial class HoursStart(IServiceProvider services, TimeProvider clock, ILogger<HoursStart> logger) : IHostedLifecycleService
{
    // Reply dates and deadlines look this far ahead.
    private const int Ahead = 180;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<OpeningHours>();
        var known = services.GetRequiredService<BankHolidays>().KnownUntil;
        if (clock.LondonToday().AddDays(Ahead) > known)
        {
            LogBankHolidaysEnd(known);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "content/bank-holidays.yaml ends on {KnownUntil}: add the next year")]
    private partial void LogBankHolidaysEnd(DateOnly knownUntil);
}
