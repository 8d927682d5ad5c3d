using Helpline.Testing.Recovery;

namespace Helpline.Web.Tests.Recovery;

/// <summary>
/// A start takes seconds, so a centre that a test has left in order serves the next one; after a failure, or with settings of its
/// own, a test gets a new one.
/// </summary>
public sealed class KillableCentres : IAsyncDisposable
{
    private KillableCentre? inOrder;

    public async Task WithAsync(Func<KillableCentre, Task> test, params (string Key, string Value)[] settings)
    {
        var centre = settings.Length == 0 ? inOrder : null;
        if (centre is null)
        {
            centre = await KillableCentre.StartAsync(TestContext.Current.CancellationToken, settings);
        }
        else
        {
            inOrder = null;
            centre.Begin(TestContext.Current.CancellationToken);
        }

        try
        {
            await test(centre);
            await centre.EndAsync();
            inOrder ??= settings.Length == 0 ? centre : null;
        }
        finally
        {
            if (centre != inOrder)
            {
                await centre.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (inOrder is not null)
        {
            await inOrder.DisposeAsync();
        }
    }
}
