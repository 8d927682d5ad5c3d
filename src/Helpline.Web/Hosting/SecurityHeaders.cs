using Microsoft.Extensions.Options;

namespace Helpline.Web.Hosting;

/// <summary>Security headers on every response: a content security policy with a fresh nonce, and no leak of addresses to other sites.</summary>
public static class SecurityHeaders
{
    /// <summary>Pages that show what people told us. Never kept by a browser or a proxy, never compressed with secrets beside input.</summary>
    private static readonly string[] PersonalPaths = ["/console", "/manage", "/enquiries", "/feedback", "/ask", "/sign-in", "/dev", "/simulator"];

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        services.AddScoped<CspNonce>();
        services.AddOptions<SecurityHeadersOptions>();
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        return services;
    }

    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        return app.Use((context, next) =>
        {
            context.Response.OnStarting(static state =>
            {
                Write((HttpContext)state);
                return Task.CompletedTask;
            }, context);
            return next(context);
        });
    }

    /// <summary>Whether a path belongs to pages that may show personal data.</summary>
    internal static bool IsPersonal(PathString path) => PersonalPaths.Any(personal => path.StartsWithSegments(personal, StringComparison.OrdinalIgnoreCase));

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "microphone=(self), autoplay=(self), camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0)
        {
            // Pages carry a nonce, so none may be shared; the public ones may stay in the visitor's own back button.
            headers.CacheControl = IsPersonal(context.Request.Path) ? "no-store" : "private, no-cache";
        }
    }

    private static string Policy(HttpContext context)
    {
        var nonce = context.RequestServices.GetRequiredService<CspNonce>().Value;
        var options = context.RequestServices.GetRequiredService<IOptions<SecurityHeadersOptions>>().Value;
        var staff = context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase);
        var connect = string.Join(' ', [.. SocketSources(context.Request), .. staff ? options.StaffConnectSources : []]);
        var media = string.Join(' ', (IEnumerable<string>)["'self'", "blob:", .. staff ? options.StaffMediaSources : []]);
        return "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
            + $"script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; "
            + $"manifest-src 'self'; worker-src 'self'; media-src {media}; connect-src {connect}";
    }

    /// <summary>'self' does not cover web sockets in older browsers, so our own host is named too, when it is plainly a host.</summary>
    private static IEnumerable<string> SocketSources(HttpRequest request)
    {
        var host = request.Host.Value;
        var plain = !string.IsNullOrEmpty(host) && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or ':' or '[' or ']');
        return plain ? ["'self'", $"{(request.IsHttps ? "wss" : "ws")}://{host}"] : ["'self'"];
    }
}
