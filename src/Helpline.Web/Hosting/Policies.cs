using System.Security.Claims;
using Helpline.Core.Advisers;
using Helpline.Core.Data;
using Microsoft.AspNetCore.Authorization;

namespace Helpline.Web.Hosting;

/// <summary>Who may open which rooms. Nothing is open that is not named here or marked as public.</summary>
public static class Policies
{
    /// <summary>The console: those who take contacts.</summary>
    public const string Console = nameof(Console);

    /// <summary>Figures and live state.</summary>
    public const string Manage = nameof(Manage);

    /// <summary>Records of an adviser's own contacts, in the console.</summary>
    public const string AdviserClaim = "helpline:adviser";

    /// <summary>The adviser behind the account that is signed in; null for other staff.</summary>
    public static AdviserId? AdviserId(this ClaimsPrincipal user) =>
        Core.Advisers.AdviserId.TryParse(user.FindFirstValue(AdviserClaim), out var id) ? id : null;

    /// <summary>The account that is signed in.</summary>
    public static Guid UserId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static AuthorizationBuilder AddHelplinePolicies(this AuthorizationBuilder builder) => builder
        .AddPolicy(Console, p => p.RequireRole(Roles.Adviser, Roles.Supervisor).RequireClaim(AdviserClaim))
        .AddPolicy(Manage, p => p.RequireRole(Roles.Supervisor, Roles.Manager, Roles.Administrator));
}
