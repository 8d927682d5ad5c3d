using Microsoft.AspNetCore.DataProtection;

namespace Helpline.Core.Data;

/// <summary>Encrypts the columns that hold personal data (ASP.NET Core Data Protection).</summary>
public sealed class ColumnProtector(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("Helpline.Columns.v1");

    /// <summary>The text as it is stored.</summary>
    public string Protect(string text) => protector.Protect(text);

    /// <summary>The text again. Throws <see cref="System.Security.Cryptography.CryptographicException"/> when the key is not at hand.</summary>
    public string Unprotect(string stored) => protector.Unprotect(stored);
}
