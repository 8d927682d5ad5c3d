using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Hosting;

/// <summary>
/// Limits for those who ask too often. A visitor is an address (IPv6: the /64 that one household gets), held in memory only and never logged.
/// </summary>
public static class RateLimits
{
    public const string PublicForms = "public-forms";
    public const string Api = "api";
    public const string SignIn = "sign-in";

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section)
            .Validate(options => new[] { options.PublicForms, options.Api, options.SignIn }.All(limit => limit is { Permits: > 0, WindowSeconds: > 0 and <= 86_400 }),
                "RateLimits: every limit needs Permits above 0 and WindowSeconds between 1 and 86400.")
            .ValidateOnStart();
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    context.HttpContext.Response.Headers.RetryAfter =
                        Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                }

                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(PublicForms, context => SendingOnly(context, options => options.PublicForms));
            limiter.AddPolicy(SignIn, context => SendingOnly(context, options => options.SignIn));
            limiter.AddPolicy(Api, context => Counted(context, options => options.Api));
        });
    }

    /// <summary>The bucket of a visitor. Internal for its tests.</summary>
    internal static string Visitor(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static RateLimitPartition<string> SendingOnly(HttpContext context, Func<RateLimitOptions, RateLimitOptions.Limit> choose) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("reading")
            : Counted(context, choose);

    private static RateLimitPartition<string> Counted(HttpContext context, Func<RateLimitOptions, RateLimitOptions.Limit> choose)
    {
        var limit = choose(context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value);
        return RateLimitPartition.GetFixedWindowLimiter(Visitor(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = limit.Permits,
            Window = TimeSpan.FromSeconds(limit.WindowSeconds),
            QueueLimit = 0,
        });
    }
}
