using Helpline.Analytics;
using Helpline.Web.Pages.Console.Hub;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Helpline.Web.Hosting;

/// <summary>The bus (section <c>Bus</c>): in memory by default, RabbitMQ for more than one node.</summary>
public static class Bus
{
    public static IServiceCollection AddBus(this IServiceCollection services, IConfiguration configuration)
    {
        var transport = configuration.GetValue("Bus:Transport", BusTransport.InMemory);
        return services.AddMassTransit(bus =>
        {
            // The library would tell its makers what it carries.
            bus.DisableUsageTelemetry();
            // Contacts are taken without a broker; were a node unready without it, all nodes would leave the load balancer at once.
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = HealthStatus.Degraded);
            bus.AddAnalyticsConsumers();
            // Every node hears every notice: a temporary queue each.
            bus.AddConsumer<ConsoleNoticesConsumer>().Endpoint(e =>
            {
                e.Temporary = true;
                e.InstanceId = Guid.NewGuid().ToString("n");
            });
            switch (transport)
            {
                case BusTransport.InMemory:
                    bus.UsingInMemory((context, bus) => bus.ConfigureEndpoints(context));
                    break;
                case BusTransport.RabbitMq:
                    var uri = configuration["Bus:RabbitMq:Uri"]
                        ?? throw new InvalidOperationException("Bus:RabbitMq:Uri is missing: Bus:Transport is RabbitMq.");
                    bus.UsingRabbitMq((context, rabbit) =>
                    {
                        rabbit.Host(new Uri(uri));
                        rabbit.ConfigureEndpoints(context);
                    });
                    break;
            }
        });
    }
}

/// <summary>The transports of the bus.</summary>
public enum BusTransport
{
    /// <summary>Within this process.</summary>
    InMemory,

    /// <summary>RabbitMQ.</summary>
    RabbitMq,
}
