using Helpline.Core.Contacts;

namespace Helpline.Core.Figures;

/// <summary>Who is waiting on one channel.</summary>
/// <param name="Channel">How they came.</param>
/// <param name="Waiting">Contacts in the queue.</param>
/// <param name="Ringing">Contacts being presented to an adviser, not yet taken.</param>
/// <param name="LongestWait">How long the longest of both has waited; null when there is none.</param>
public sealed record ChannelQueue(Channel Channel, int Waiting, int Ringing, TimeSpan? LongestWait);

/// <summary>The queue at this moment.</summary>
/// <param name="ByChannel">Every channel, also those where nobody waits.</param>
public sealed record QueueNow(IReadOnlyList<ChannelQueue> ByChannel)
{
    /// <summary>Contacts in the queue on all channels.</summary>
    public int Waiting => ByChannel.Sum(c => c.Waiting);

    /// <summary>Contacts being presented to an adviser.</summary>
    public int Ringing => ByChannel.Sum(c => c.Ringing);

    /// <summary>How long the longest has waited on any channel; null when nobody waits.</summary>
    public TimeSpan? LongestWait => ByChannel.Max(c => c.LongestWait);
}
