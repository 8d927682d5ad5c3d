using System.Diagnostics;

namespace Helpline.Testing.Recovery;

/// <summary>Waiting for something to come about, while telephone time passes.</summary>
public sealed partial class KillableCentre
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TelephoneTimeOfALook = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits until the console shows the adviser doing this.</summary>
    public Task UntilActivityAsync(string activity) =>
        UntilAsync($"the adviser {activity}", async () => (string?)(await Console.SnapshotAsync(stop))["activity"] == activity);

    /// <summary>Waits until the caller has heard these words.</summary>
    public Task UntilHeardAsync(string call, string words) => UntilAsync(
        $"'{words}' heard", async () => (await Telephone.CallAsync(call)).Transcript.Any(line => line.Contains(words, StringComparison.Ordinal)));

    /// <summary>Waits until the file has the call so.</summary>
    public async Task<StoredCall> UntilStoredAsync(string call, string what, Func<StoredCall, bool> right)
    {
        StoredCall? found = null;
        await UntilAsync(what, async () => (found = await Stored.FindAsync(call, stop)) is not null && right(found), () => $"{found}");
        return found!;
    }

    /// <summary>Lets telephone time pass, whether or not the application runs.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var target = clock.GetUtcNow() + time;
        await Telephone.SettleAsync().WaitAsync(stop);
        while (clock.NextTimerDue is { } due && due <= target)
        {
            clock.SetUtcNow(due);
            await Telephone.SettleAsync().WaitAsync(stop);
        }

        clock.SetUtcNow(target);
        await Telephone.SettleAsync().WaitAsync(stop);
    }

    public async Task UntilAsync(string what, Func<Task<bool>> right, Func<string>? state = null)
    {
        for (var since = Stopwatch.StartNew(); !await right(); await Task.Delay(Look, stop))
        {
            if (since.Elapsed > Patience)
            {
                throw new TimeoutException($"Not in time: {what}. {state?.Invoke()}{Environment.NewLine}{app?.Output}");
            }

            await PassAsync(TelephoneTimeOfALook);
        }
    }
}
