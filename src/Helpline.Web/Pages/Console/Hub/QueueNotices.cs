using Helpline.Core.Routing;

namespace Helpline.Web.Pages.Console.Hub;

/// <summary>Turns the queue into what consoles are told of it.</summary>
public static class QueueNotices
{
    public static QueueChangedNotice Of(QueueSnapshot queue) => new()
    {
        Waiting = queue.Waiting.Count,
        LongestWaitSeconds = queue.LongestWaitSeconds,
        ByChannel = queue.ByChannel.ToDictionary(p => p.Key.ToString(), p => p.Value),
    };
}
