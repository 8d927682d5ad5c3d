using System.Security.Claims;
using Helpline.Core.Data;
using Helpline.Web.Hosting;

namespace Helpline.Web.Pages.Console.Hub;

/// <summary>The groups a console belongs to; they follow from its claims alone.</summary>
public static class ConsoleGroups
{
    /// <summary>Every console.</summary>
    public const string Everyone = "console";

    /// <summary>Those who watch over all advisers.</summary>
    public const string Supervisors = "supervisors";

    /// <summary>The consoles of one adviser.</summary>
    public static string Of(Guid adviserId) => $"adviser:{adviserId:n}";

    /// <summary>The groups of whoever is signed in.</summary>
    public static IEnumerable<string> For(ClaimsPrincipal user)
    {
        yield return Everyone;
        if (user.AdviserId() is { } adviserId)
        {
            yield return Of(adviserId.Value);
        }

        if (user.IsInRole(Roles.Supervisor))
        {
            yield return Supervisors;
        }
    }
}
