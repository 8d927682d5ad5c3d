using Helpline.Telephony.Signing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Options;

/// <summary>Registers what every part of Telephony stands on: options, public address, signatures.</summary>
internal static class TwilioEdge
{
    /// <summary>Binds <c>Twilio:</c> and adds the edge's services. May be called more than once.</summary>
    public static IServiceCollection AddTwilioEdge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TwilioOptions>().Bind(configuration.GetSection(TwilioOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<TwilioOptions>, TwilioDefaults>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TwilioOptions>, TwilioOptionsValidator>());
        services.TryAddSingleton<SimulatorCredentials>();
        services.TryAddSingleton<IPublicAddress, PublicAddress>();
        services.AddMetrics();
        services.TryAddSingleton<WebhookMetrics>();
        return services;
    }
}
