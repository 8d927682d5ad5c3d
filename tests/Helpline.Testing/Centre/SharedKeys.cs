using Helpline.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Testing.Centre;

/// <summary>
/// One key ring for all hosts of a test run. Encryption is part of the database's model, and hosts with the same protector share
/// one model and its compiled queries; otherwise each host would build and compile both anew and none would be let go.
/// </summary>
public static class SharedKeys
{
    /// <summary>Where the keys lie, for hosts in processes of their own.</summary>
    public static DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("helpline-keys-");

    private static readonly ColumnProtector Protector = Create();

    /// <summary>Puts the host on the shared keys. Call after the core was added.</summary>
    public static IServiceCollection AddSharedKeys(this IServiceCollection services)
    {
        services.AddDataProtection().PersistKeysToFileSystem(Folder);
        return services.AddSingleton(Protector);
    }

    private static ColumnProtector Create()
    {
        var protector = new ColumnProtector(DataProtectionProvider.Create(Folder, setup => setup.SetApplicationName("Helpline")));
        // The key exists from here on, so that hosts that start together do not make one each.
        protector.Protect("ready");
        return protector;
    }
}
