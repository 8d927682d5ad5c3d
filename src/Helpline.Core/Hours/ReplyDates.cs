using Helpline.Core.Contacts;

namespace Helpline.Core.Hours;

/// <summary>The reply promise as Contacts asks for it.</summary>
internal sealed class ReplyDates(ReplyPromise promise) : IReplyDates
{
    public DateTime DueAt(DateTime utcNow) => promise.DueAt(utcNow);
}
