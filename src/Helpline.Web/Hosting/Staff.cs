using System.Security.Claims;
using Helpline.Core.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Hosting;

/// <summary>Accounts of staff: ASP.NET Core Identity with a cookie, locked after five wrong passwords.</summary>
public static class Staff
{
    public static IServiceCollection AddStaffAccounts(this IServiceCollection services)
    {
        services.AddIdentity<HelplineUser, IdentityRole<Guid>>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<HelplineDbContext>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/sign-in/not-allowed";
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.SlidingExpiration = true;
            options.Events.OnRedirectToLogin = ToSignIn;
        });
        return services;
    }

    /// <summary>A page goes to the sign-in; what a script asks for is refused, as it would show the sign-in in the middle of a page.</summary>
    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var mode = context.Request.Headers["Sec-Fetch-Mode"].ToString();
        if (mode is "" or "navigate")
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    private sealed class StaffClaims(
        UserManager<HelplineUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<HelplineUser, IdentityRole<Guid>>(users, roles, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(HelplineUser user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            if (user.AdviserId is { } adviserId)
            {
                identity.AddClaim(new Claim(Policies.AdviserClaim, adviserId.ToString()));
            }

            return identity;
        }
    }
}
