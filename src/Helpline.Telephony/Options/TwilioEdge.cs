using Helpline.Telephony.Rest;
using Helpline.Telephony.Signing;
using Helpline.Telephony.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Options;

/// <summary>Registers what every part of Telephony stands on: options, public address, signatures, REST.</summary>
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
        services.TryAddSingleton<StepUrls>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<VoiceAccessToken>();
        return services.AddTwilioRest();
    }

    private static IServiceCollection AddTwilioRest(this IServiceCollection services)
    {
        // Our own log lines carry no URL; the factory's would carry every path.
        services.AddHttpClient(TwilioTransport.ClientName)
            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
        services.TryAddSingleton(provider => new RetryBackoff(provider.GetRequiredService<TimeProvider>(), Random.Shared.NextDouble));
        services.TryAddSingleton<TwilioTransport>();
        services.TryAddSingleton<TwilioRestClient>();
        return services;
    }
}
