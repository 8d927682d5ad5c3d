namespace Helpline.Core.Contacts;

/// <summary>Says by when a written reply is promised.</summary>
public interface IReplyDates
{
    /// <summary>The end of the promised working day (London), as a UTC moment, for work that arrives at <paramref name="utcNow"/>.</summary>
    DateTime DueAt(DateTime utcNow);
}
