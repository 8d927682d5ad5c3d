namespace Helpline.Testing;

/// <summary>A clock that moves only when a test moves it; due timers fire in order on the thread that advances it.</summary>
public sealed class FakeTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly Lock advancing = new();
    private readonly SortedSet<FakeTimer> due = new(FakeTimer.ByDue);
    private DateTimeOffset now = start;
    private long sequence;

    /// <summary>A clock that starts on an ordinary Tuesday morning, in term time and inside opening hours.</summary>
    public FakeTimeProvider()
        : this(new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The instant the next timer is due, or null when none is set.</summary>
    public DateTimeOffset? NextTimerDue
    {
        get
        {
            lock (gate)
            {
                return due.Min?.Due;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock on and fires every timer that falls due on the way, each at its own instant.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        SetUtcNow(GetUtcNow() + by);
    }

    /// <summary>Moves the clock to an instant. Going back is allowed (a corrected clock) and fires nothing.</summary>
    public void SetUtcNow(DateTimeOffset value)
    {
        lock (advancing)
        {
            while (TakeDue(value) is { } timer)
            {
                timer.Fire();
            }

            lock (gate)
            {
                now = value;
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private FakeTimer? TakeDue(DateTimeOffset until)
    {
        lock (gate)
        {
            if (due.Min is not { } first || first.Due > until)
            {
                return null;
            }

            due.Remove(first);
            now = first.Due > now ? first.Due : now;
            if (first.Period > TimeSpan.Zero)
            {
                Schedule(first, now + first.Period);
            }

            return first;
        }
    }

    private void Schedule(FakeTimer timer, DateTimeOffset at)
    {
        timer.Due = at;
        timer.Order = ++sequence;
        due.Add(timer);
    }

    private sealed class FakeTimer(FakeTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private bool disposed;

        public static IComparer<FakeTimer> ByDue { get; } = Comparer<FakeTimer>.Create(
            (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Order.CompareTo(b.Order));

        public DateTimeOffset Due { get; set; }

        public long Order { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var fireNow = false;
            lock (clock.gate)
            {
                if (disposed)
                {
                    return false;
                }

                clock.due.Remove(this);
                Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                fireNow = dueTime == TimeSpan.Zero;
                if (!fireNow && dueTime != Timeout.InfiniteTimeSpan)
                {
                    clock.Schedule(this, clock.now + dueTime);
                }
                else if (fireNow && Period > TimeSpan.Zero)
                {
                    clock.Schedule(this, clock.now + Period);
                }
            }

            if (fireNow)
            {
                // A real timer never runs its callback inside Change.
                ThreadPool.QueueUserWorkItem(static t => t.Fire(), this, preferLocal: false);
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                disposed = true;
                clock.due.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
