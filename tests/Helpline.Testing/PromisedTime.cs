using Helpline.Knowledge.Editing;

namespace Helpline.Testing;

/// <summary>
/// What is published is found within two seconds. Most of that is reading the content and building its index, so a machine that shares its
/// processors with others is given the time it needs for reading the content twenty times, measured on the spot and, before it is held to have
/// failed, once more: others may have come in between.
/// </summary>
public static class PromisedTime
{
    private const int Readings = 20;
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(2);

    /// <summary>The time allowed on this machine as it is now.</summary>
    public static TimeSpan On(IContentCheck check)
    {
        var start = TimeProvider.System.GetTimestamp();
        check.Check("articles/measured.md", "");
        var reading = TimeProvider.System.GetElapsedTime(start) * Readings;
        return reading > Promise ? reading : Promise;
    }

    /// <summary>Waits until it has happened; throws when that takes longer than promised.</summary>
    public static async Task WithinAsync(IContentCheck check, Func<Task<bool>> happened, CancellationToken cancellationToken)
    {
        var allowed = On(check);
        var start = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            if (TimeProvider.System.GetElapsedTime(start) > allowed && TimeProvider.System.GetElapsedTime(start) > (allowed = Longer(allowed, On(check))))
            {
                throw new TimeoutException($"It did not happen within {allowed.TotalSeconds:0.0} seconds.");
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
