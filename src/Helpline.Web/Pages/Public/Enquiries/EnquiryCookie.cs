using System.Globalization;
using System.Security.Cryptography;
using Helpline.Core.Common;
using Helpline.Core.Enquiries;
using Microsoft.AspNetCore.DataProtection;

namespace Helpline.Web.Pages.Public.Enquiries;

/// <summary>Lets a browser see one enquiry for a while, after it has shown the link's secret or the PIN. Each enquiry has its own cookie.</summary>
public sealed class EnquiryCookie(IDataProtectionProvider provider, IHostEnvironment environment, TimeProvider time)
{
    /// <summary>How long after the last look.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    private readonly IDataProtector protector = provider.CreateProtector("Helpline.EnquiryCookie.v1");

    private string Name => environment.IsDevelopment() ? "helpline-enquiry" : "__Secure-helpline-enquiry";

    /// <summary>The address of an enquiry's page. Written out, as generated ones are in lower case, and the cookie's path is not.</summary>
    public static string AddressOf(string reference) => $"/enquiries/{reference}";

    public void Grant(HttpContext context, EnquiryId id, string reference)
    {
        var until = (time.UtcNow() + Lasts).Ticks.ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(Name, protector.Protect($"{id}|{reference}|{until}"), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Path = AddressOf(reference),
            SameSite = SameSiteMode.Lax,
            Secure = !environment.IsDevelopment() || context.Request.IsHttps,
        });
    }

    /// <summary>The enquiry this browser may see under a reference; null when it may not, or no more.</summary>
    public EnquiryId? Read(HttpContext context, string reference)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(value).Split('|') is [var id, var of, var until]
                && of == reference
                && EnquiryId.TryParse(id, out var enquiryId)
                && long.Parse(until, CultureInfo.InvariantCulture) > time.UtcNow().Ticks
                ? enquiryId
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
