using Helpline.Testing;

namespace Helpline.Telephony.Tests.Simulator;

public class FakeTimeProviderTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Advance_WithSeveralTimers_FiresThemInOrderAtTheirOwnInstant()
    {
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        using var late = Timer("late", TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var early = Timer("early", TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var beat = Timer("beat", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(["early 1", "beat 2", "late 3", "beat 4"], fired.Select(f => $"{f.Name} {f.At.TotalSeconds}"));
        Assert.Equal(start.AddSeconds(4), clock.GetUtcNow());

        ITimer Timer(string name, TimeSpan due, TimeSpan period) =>
            clock.CreateTimer(_ => fired.Add((name, clock.GetUtcNow() - start)), null, due, period);
    }

    [Fact]
    public async Task Advance_WhenADelayIsDue_CompletesItAndNotTheOther()
    {
        var soon = Task.Delay(TimeSpan.FromSeconds(5), clock, TestContext.Current.CancellationToken);
        var later = Task.Delay(TimeSpan.FromSeconds(6), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(5));
        await soon;

        Assert.False(later.IsCompleted);
    }

    [Fact]
    public void Advance_WhenTheTimerWasDisposed_FiresNothing()
    {
        var fired = 0;
        clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)).Dispose();

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, fired);
    }

    [Fact]
    public void Advance_WhenACallbackSetsATimerDueOnTheWay_FiresThatToo()
    {
        var fired = new List<int>();
        ITimer? second = null;
        using var first = clock.CreateTimer(
            _ =>
            {
                fired.Add(1);
                second = clock.CreateTimer(_ => fired.Add(2), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            },
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal([1, 2], fired);
        second?.Dispose();
    }
}
