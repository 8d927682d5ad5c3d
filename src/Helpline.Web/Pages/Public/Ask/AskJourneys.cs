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
{
    private const int Half = 22;

    private string CookieName => environment.IsDevelopment() ? "helpline-ask" : "__Host-helpline-ask";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Asked for outside a request.");

    /// <summary>A new name for a journey.</summary>
    public static string NewName() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>The answers so far; null when there are none, no more, or none of this browser's.</summary>
    public async Task<AskState?> FindAsync(string? journey)
    {
        if (journey is not { Length: Half } || Browser is not { } browser)
        {
            return null;
        }

        var stored = await journeys.FindAsync($"{browser}.{journey}", Context.RequestAborted);
        return stored is null ? null : JsonSerializer.Deserialize<AskState>(stored);
    }

    /// <summary>Keeps the answers.</summary>
    public Task SaveAsync(string journey, AskState state)
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
