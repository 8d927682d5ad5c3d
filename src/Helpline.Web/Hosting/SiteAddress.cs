namespace Helpline.Web.Hosting;

/// <summary>Addresses in full, for feeds, site maps and search engines: under <c>Twilio:PublicBaseUrl</c>, or else where the request came to.</summary>
public sealed class SiteAddress(IConfiguration configuration)
{
    private readonly string? publicBase = configuration["Twilio:PublicBaseUrl"] is { Length: > 0 } given ? given.TrimEnd('/') : null;

    /// <summary>The full address of a path that begins with a slash.</summary>
    public string Of(HttpRequest request, string path) => (publicBase ?? $"{request.Scheme}://{request.Host}") + path;
}
