using System.ComponentModel.DataAnnotations;

namespace Helpline.Core.Callbacks;

/// <summary>The numbers of ringing back and of keeping places (section <c>Callbacks</c>), validated at start.</summary>
public sealed class CallbackOptions
{
    /// <summary>How often a caller is rung before the contact closes as not reached. The caller is told so in words.</summary>
    public const int Attempts = 3;

    /// <summary>The pause after the first attempt that was missed.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "04:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The pause after the second.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "04:00:00")]
    public TimeSpan SecondRetry { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The pause after an attempt at which nothing rang, through no fault of the caller's; it is not counted.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:30:00")]
    public TimeSpan AfterFault { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A caller who has kept their place is given this long to hang up before the place is offered.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan HangUpTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A caller who gave up waiting and rings again within this time has their place again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "02:00:00")]
    public TimeSpan RegainWithin { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A caller whom we rang in vain and who rings us within this time has their place again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan NotReachedWithin { get; set; } = TimeSpan.FromDays(2);

    /// <summary>From this number of waiting callers on, a caller is told that the queue is full, and of the other ways.</summary>
    [Range(1, 10_000)]
    public int MaxWaiting { get; set; } = 60;

    /// <summary>From this wait on, expected or past, a caller is told that it is long, and of the other ways.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "08:00:00")]
    public TimeSpan LongWait { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>The pause after so many missed attempts.</summary>
    public TimeSpan RetryAfter(int misses) => misses <= 1 ? FirstRetry : SecondRetry;
}
