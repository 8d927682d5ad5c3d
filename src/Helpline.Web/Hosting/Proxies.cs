using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Helpline.Web.Hosting;

/// <summary>Believes the forwarded address and scheme only from the proxies named in `Hosting:KnownProxies` or `Hosting:KnownNetworks`; from nobody by default.</summary>
public static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = configuration.GetSection("Hosting:KnownProxies").Get<string[]>() ?? [];
        var networks = configuration.GetSection("Hosting:KnownNetworks").Get<string[]>() ?? [];
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = proxies.Length + networks.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            foreach (var network in networks)
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
    }
}
