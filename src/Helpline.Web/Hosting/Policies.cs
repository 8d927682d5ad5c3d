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

    /// <summary>What callers hear.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>The editors' pages, to read.</summary>
    public const string Knowledge = nameof(Knowledge);

    /// <summary>The editors' pages, to change what is served.</summary>
    public const string EditKnowledge = nameof(EditKnowledge);

    /// <summary>Re-contact lists: to work them off. How an enquirer is reached is shown to those of them who also see to contacts.</summary>
    public const string Recall = nameof(Recall);

    /// <summary>Records of an adviser's own contacts, in the console.</summary>
    public const string AdviserClaim = "helpline:adviser";

    /// <summary>The adviser behind the account that is signed in; null for other staff.</summary>
    public static AdviserId? AdviserId(this ClaimsPrincipal user) =>
        Core.Advisers.AdviserId.TryParse(user.FindFirstValue(AdviserClaim), out var id) ? id : null;

    /// <summary>The account that is signed in.</summary>
    public static Guid UserId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>Whether the account may change what is served.</summary>
    public static bool MayEditKnowledge(this ClaimsPrincipal user) => user.IsInRole(Roles.Editor) || user.IsInRole(Roles.Administrator);

    /// <summary>Whether the account may see how an enquirer on a re-contact list is reached.</summary>
    public static bool MayReachEnquirers(this ClaimsPrincipal user) => user.IsInRole(Roles.Supervisor) || user.IsInRole(Roles.Administrator);

    public static AuthorizationBuilder AddHelplinePolicies(this AuthorizationBuilder builder) => builder
        .AddPolicy(Console, p => p.RequireRole(Roles.Adviser, Roles.Supervisor).RequireClaim(AdviserClaim))
        .AddPolicy(Manage, p => p.RequireRole(Roles.Supervisor, Roles.Manager, Roles.Administrator))
        .AddPolicy(Administer, p => p.RequireRole(Roles.Administrator))
        .AddPolicy(Knowledge, p => p.RequireRole(Roles.Editor, Roles.Supervisor, Roles.Manager, Roles.Administrator))
        .AddPolicy(EditKnowledge, p => p.RequireRole(Roles.Editor, Roles.Administrator))
        .AddPolicy(Recall, p => p.RequireRole(Roles.Editor, Roles.Supervisor, Roles.Administrator));
}
