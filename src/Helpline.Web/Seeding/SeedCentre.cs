using Helpline.Core.Common;

namespace Helpline.Web.Seeding;

/// <summary>The services of the contact centre as seeding uses them: each use case in a scope of its own, as a request would.</summary>
internal sealed class SeedCentre(IServiceProvider services, TravellingTime clock)
{
    public DateTime Now => clock.UtcNow();

    public async Task<T> Do<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task Do<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
