using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Helpline.Core.Enquiries;

namespace Helpline.Web.Pages.Public.Ask;

/// <summary>
/// Where the answers are kept between pages: in the database, encrypted, for a few hours, under a key of two halves. One is in the
/// address, so that two tabs are two journeys; the other in a cookie, so that the address alone opens nothing.
/// </summary>
public sealed class AskJourneys(EnquiryJourneys journeys, IHttpContextAccessor accessor, IHostEnvironment environment)
    : Journeys<AskState>(journeys, accessor, environment, "helpline-ask");

/// <summary>The same for any journey through pages; each kind has a cookie of its own.</summary>
public abstract class Journeys<TState>(EnquiryJourneys journeys, IHttpContextAccessor accessor, IHostEnvironment environment, string cookie)
    where TState : class
{
    private const int Half = 22;

    private string CookieName => environment.IsDevelopment() ? cookie : "__Host-" + cookie;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Asked for outside a request.");

    /// <summary>A new name for a journey.</summary>
    public string NewName() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>The answers so far; null when there are none, no more, or none of this browser's.</summary>
    public async Task<TState?> FindAsync(string? journey)
    {
        if (journey is not { Length: Half } || Browser is not { } browser)
        {
            return null;
        }

        var stored = await journeys.FindAsync($"{browser}.{journey}", Context.RequestAborted);
        return stored is null ? null : JsonSerializer.Deserialize<TState>(stored);
    }

    /// <summary>Keeps the answers.</summary>
    public Task SaveAsync(string journey, TState state)
    {
        var browser = Browser ?? Mark();
        return journeys.SaveAsync($"{browser}.{journey}", JsonSerializer.Serialize(state), Context.RequestAborted);
    }

    private string? Browser => Context.Request.Cookies[CookieName] is { Length: Half } value ? value : null;

    private string Mark()
    {
        var value = NewName();
        Context.Response.Cookies.Append(CookieName, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = !environment.IsDevelopment() || Context.Request.IsHttps,
        });
        return value;
    }
}
