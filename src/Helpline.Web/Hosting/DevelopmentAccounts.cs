using System.Buffers.Text;
using System.Security.Cryptography;
using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Helpline.Knowledge;
using Microsoft.AspNetCore.Identity;

namespace Helpline.Web.Hosting;

/// <summary>
/// The accounts of Development, one password for all (<c>Seed:Password</c>, otherwise made up and printed at start). Never called
/// outside Development.
/// </summary>
public static partial class DevelopmentAccounts
{
    private static readonly (string Name, string DisplayName, string[] Roles, bool TakesContacts)[] Accounts =
    [
        ("adviser1", "Asha Adviser", [Roles.Adviser], true),
        ("adviser2", "Ben Adviser", [Roles.Adviser], true),
        ("adviser3", "Cerys Adviser", [Roles.Adviser], true),
        ("adviser4", "Dev Adviser", [Roles.Adviser], true),
        ("adviser5", "Ella Adviser", [Roles.Adviser], true),
        ("supervisor", "Sam Supervisor", [Roles.Supervisor], true),
        ("manager", "Mo Manager", [Roles.Manager], false),
        ("editor", "Eve Editor", [Roles.Editor], false),
        ("admin", "Ali Administrator", [Roles.Administrator], false),
    ];

    /// <summary>Makes the accounts that are missing and gives all of them the one password. Returns it.</summary>
    public static async Task<string> SeedAsync(IServiceProvider services, IConfiguration configuration, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<HelplineUser>>();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        var advisers = scope.ServiceProvider.GetRequiredService<AdviserService>();
        var time = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var knowledge = scope.ServiceProvider.GetRequiredService<IKnowledgeBase>();
        var password = configuration["Seed:Password"] is { Length: > 0 } given
            ? given
            : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        var secret = new OnePassword(users, password);
        foreach (var role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                Require(await roles.CreateAsync(new IdentityRole<Guid>(role)));
            }
        }

        var trainedUntil = time.LondonToday().AddYears(1);
        var skills = knowledge.Current.TopicGroups.ToDictionary(g => g.Id, _ => trainedUntil);
        foreach (var account in Accounts)
        {
            var email = $"{account.Name}@helpline.test";
            var user = await users.FindByEmailAsync(email);
            if (user is null)
            {
                user = new HelplineUser
                {
                    Id = Ids.New(),
                    UserName = email,
                    Email = email,
                    EmailConfirmed = true,
                    DisplayName = account.DisplayName,
                    AdviserId = account.TakesContacts ? AdviserId.New() : null,
                };
                user.PasswordHash = await secret.HashAsync();
                Require(await users.CreateAsync(user));
                Require(await users.AddToRolesAsync(user, account.Roles));
            }
            else if (!secret.Opens(user))
            {
                user.PasswordHash = await secret.HashAsync();
                Require(await users.UpdateSecurityStampAsync(user));
            }

            if (user.AdviserId is { } adviserId)
            {
                await advisers.AddAsync(adviserId, account.DisplayName, skills, cancellationToken);
            }
        }

        return password;
    }

    /// <summary>The password of all accounts, hashed once: a hash is slow on purpose, and the accounts would make each start of Development wait for nine of them.</summary>
    private sealed class OnePassword(UserManager<HelplineUser> users, string password)
    {
        private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);
        private string? hash;

        public async Task<string> HashAsync()
        {
            if (hash is null)
            {
                var anybody = new HelplineUser();
                foreach (var rule in users.PasswordValidators)
                {
                    Require(await rule.ValidateAsync(users, anybody, password));
                }

                hash = users.PasswordHasher.HashPassword(anybody, password);
            }

            return hash;
        }

        public bool Opens(HelplineUser user)
        {
            if (user.PasswordHash is not { } theirs)
            {
                return false;
            }

            if (!known.TryGetValue(theirs, out var opens))
            {
                known[theirs] = opens = users.PasswordHasher.VerifyHashedPassword(user, theirs, password) != PasswordVerificationResult.Failed;
            }

            return opens;
        }
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }
}
