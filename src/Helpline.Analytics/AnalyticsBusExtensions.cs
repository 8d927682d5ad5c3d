using Helpline.Analytics.Figures;
using MassTransit;

namespace Helpline.Analytics;

/// <summary>Puts analytics' consumers on the host's bus.</summary>
public static class AnalyticsBusExtensions
{
    // One writer at a time on SQLite: a consumer that meets a busy database waits and tries again.
    private static readonly TimeSpan[] Retries =
        [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>Adds the consumers that keep the figures; the host configures their endpoints with its transport.</summary>
    public static void AddAnalyticsConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ContactsPublishedConsumer>(Retry);
        bus.AddConsumer<TotalsPublishedConsumer>(Retry);
        bus.AddConsumer<SatisfactionPublishedConsumer>(Retry);
    }

    private static void Retry<TConsumer>(IConsumerConfigurator<TConsumer> consumer)
        where TConsumer : class, IConsumer => consumer.UseMessageRetry(retry => retry.Intervals(Retries));
}
