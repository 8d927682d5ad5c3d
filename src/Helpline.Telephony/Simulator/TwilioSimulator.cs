using Helpline.Telephony.Options;
using Helpline.Telephony.Simulator.Page;
using Helpline.Telephony.Simulator.Rest;
using Helpline.Telephony.Simulator.Voices;
using Helpline.Telephony.Simulator.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Telephony.Simulator;

/// <summary>Hosts the simulated service, in the app it calls or in a process of its own.</summary>
internal static class TwilioSimulator
{
    /// <summary>Binds <c>Twilio:Simulator</c> and adds the simulated world. Needs no part of the app.</summary>
    public static IServiceCollection AddTwilioSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTwilioEdge(configuration);
        var section = configuration.GetSection(SimulatorOptions.Section);
        services.AddOptions<SimulatorOptions>()
            .Configure(options => options.UseProfile(section.GetValue(nameof(SimulatorOptions.Profile), SimulatorProfile.Gentle)))
            .Bind(section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SimulatorWorld>();
        services.TryAddSingleton<RestApi>();
        services.AddSignalR();
        services.AddHttpClient(WebhookClient.ClientName)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = Timeout.InfiniteTimeSpan,
                ConnectCallback = WebhookConnector.ConnectAsync,
            });
        return services;
    }

    /// <summary>Maps the REST API. It checks its own credentials, so it is open to anonymous callers otherwise.</summary>
    public static void MapTwilioSimulator(this IEndpointRouteBuilder endpoints) => RestApi.Map(endpoints, TwilioDefaults.SimulatorApi);

    /// <summary>Maps what the simulator page calls. The host decides who may: give the group a policy.</summary>
    public static RouteGroupBuilder MapTwilioSimulatorPage(this IEndpointRouteBuilder endpoints) => SimulatorPageApi.Map(endpoints);

    /// <summary>
    /// Maps the line by which pages speak in simulated conferences. Open, as the telephone of a parent has to be; a softphone brings its token.
    /// </summary>
    public static void MapTwilioSimulatorVoices(this IEndpointRouteBuilder endpoints) => endpoints.MapHub<VoiceHub>(VoiceHub.Path).AllowAnonymous();
}
