namespace Helpline.Core.Contacts;

/// <summary>Says by when a written reply is promised: the one place, whatever changes the promise.</summary>
public interface IReplyDates
{
    /// <summary>The working days promised now.</summary>
    Task<int> WorkingDaysAsync(CancellationToken cancellationToken);

    /// <summary>The end of the promised working day (London), as a UTC moment, for work that arrives at <paramref name="utcNow"/>.</summary>
    /// <param name="utcNow">When it arrives, UTC.</param>
    /// <param name="lastDay">The last day of the soonest time limit it is about (London): the reply is promised before it where a working day is left. Null when none is known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<DateTime> DueAtAsync(DateTime utcNow, DateOnly? lastDay = null, CancellationToken cancellationToken = default);
}
