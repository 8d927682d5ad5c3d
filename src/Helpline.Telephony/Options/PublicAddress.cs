using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Options;

/// <summary>The configured address, else the one the server bound, whose port may not be known before it has started.</summary>
internal sealed class PublicAddress(IOptions<TwilioOptions> options, IServer server) : IPublicAddress
{
    private string? known;

    /// <inheritdoc/>
    public string BaseUrl => known ??= Configured() ?? Bound()
        ?? throw new InvalidOperationException(
            "Twilio:PublicBaseUrl is empty and the server has bound no address yet.");

    /// <summary>Normalises an address: default port, trailing slash and wildcard host go.</summary>
    public static string? Normalise(string address)
    {
        // Kestrel reports http://*:5000 and http://+:5000 as they were given; neither is a host.
        var candidate = address.Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal);
        if (!Uri.TryCreate(candidate, UriKind.Absolute, out var uri) || uri.Port == 0)
        {
            return null;
        }

        var host = uri.Host is "0.0.0.0" or "[::]" ? "localhost" : uri.Host;
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        return $"{uri.Scheme}://{host}{port}{uri.AbsolutePath.TrimEnd('/')}";
    }

    private string? Configured() =>
        options.Value.PublicBaseUrl is { Length: > 0 } configured ? Normalise(configured) : null;

    // Plain HTTP first: a development certificate need not be trusted by our own HTTP client.
    private string? Bound() => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .OrderBy(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        .Select(Normalise)
        .FirstOrDefault(address => address is not null);
}
