using Helpline.Core.Contacts;

namespace Helpline.Core.Hours;

/// <summary>The reply promise as Contacts asks for it.</summary>
internal sealed class ReplyDates(ReplyPromise promise) : IReplyDates
{
    public DateTime DueAt(DateTime utcNow, DateOnly? lastDay = null) => promise.DueAt(utcNow, lastDay);
}
