using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Data;

/// <summary>Turns a number or address into a keyed hash, so that earlier contacts of the same enquirer are found without storing it in the open.</summary>
public sealed class EnquirerKeys(IServiceScopeFactory scopes)
{
    private const string SecretName = "enquirer-key";
    private byte[]? key;

    /// <summary>The hash (Base64 of HMAC-SHA256) of a number in E.164 or an e-mail address; null for null.</summary>
    public async Task<string?> ForAsync(string? identifier, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(identifier))
        {
            return null;
        }

        key ??= await LoadAsync(cancellationToken);
        return Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(identifier.Trim().ToUpperInvariant())));
    }

    private async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
        if (await FindAsync(db, cancellationToken) is { } found)
        {
            return found;
        }

        db.Secrets.Add(new InstallationSecret { Name = SecretName, Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) });
        await db.TrySaveAsync(cancellationToken);
        return await FindAsync(db, cancellationToken) ?? throw new InvalidOperationException("The installation's secret could not be saved.");
    }

    private static async Task<byte[]?> FindAsync(HelplineDbContext db, CancellationToken cancellationToken)
    {
        var value = await db.Secrets.AsNoTracking().Where(s => s.Name == SecretName).Select(s => s.Value).SingleOrDefaultAsync(cancellationToken);
        return value is null ? null : Convert.FromBase64String(value);
    }
}
