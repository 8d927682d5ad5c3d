using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Floor;

/// <summary>Registers what supervisors see and do on the floor.</summary>
public static class FloorRegistration
{
    /// <summary>Adds queries and acts; the numbers are those of the section <c>Floor</c>.</summary>
    public static IServiceCollection AddFloor(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FloorOptions>().Bind(configuration.GetSection("Floor")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<UsualHandling>();
        services.AddScoped<FloorQueries>();
        services.AddScoped<FloorService>();
        return services;
    }
}
