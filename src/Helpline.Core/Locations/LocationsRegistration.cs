using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Core.Locations;

/// <summary>Registers places.</summary>
public static class LocationsRegistration
{
    /// <summary>
    /// Adds <see cref="ILocationResolver"/>, <see cref="AuthorityDirectory"/>, <see cref="LocalServiceDirectory"/>, <see cref="RegionMenu"/> and <see cref="SpokenPlaces"/>.
    /// The tables are read when the host starts; a malformed one stops it.
    /// </summary>
    public static IServiceCollection AddLocations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddContentFolder(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => LocationTables.Load(provider.GetRequiredService<ContentFolder>().Path("locations")));
        services.TryAddSingleton<ILocationResolver>(provider => new LocationResolver(provider.GetRequiredService<LocationTables>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<LocationTables>().Directory);
        services.TryAddSingleton(provider => LocalServiceDirectory.Load(
            provider.GetRequiredService<ContentFolder>().Path("directory", "authorities.csv"), provider.GetRequiredService<AuthorityDirectory>()));
        services.TryAddSingleton<RegionMenu>();
        services.TryAddSingleton(provider =>
            new SpokenPlaces(provider.GetRequiredService<LocationTables>(), provider.GetRequiredService<ILocationResolver>()));
        services.AddHostedService<LocationsStart>();
        return services;
    }

    internal static void AddContentFolder(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(s => s.ServiceType == typeof(ContentFolder)))
        {
            return;
        }

        services.AddOptions<ContentFolderOptions>()
            .Bind(configuration.GetSection(ContentFolderOptions.SectionName))
            .Validate(
                o => o.Path is null || (o.Path.Trim().Length > 0 && Directory.Exists(Path.Combine(o.Path, "locations"))),
                "Content:Path must be the content folder, with a folder 'locations' inside.")
            .ValidateOnStart();
        services.AddSingleton(ContentFolder.From);
    }
}
