using Helpline.Core.Contacts;

namespace Helpline.Core.GaveUp;

/// <summary>A caller who gave up waiting and whom nobody has spoken with since.</summary>
/// <param name="ContactId">The first contact they gave up on.</param>
/// <param name="Number">The number they rang from, in E.164. For staff only.</param>
/// <param name="JoinedAt">When they joined the queue, UTC.</param>
/// <param name="GaveUpAt">When they gave up, UTC.</param>
/// <param name="TopicId">What it was about, where they said so.</param>
/// <param name="TopicGroupId">The topic's group.</param>
/// <param name="AuthorityCode">Their council, where they said so.</param>
/// <param name="Calls">How many of their calls they gave up on in all.</param>
/// <param name="TriedAt">When they were last rung back in vain, UTC; null when nobody has tried.</param>
public sealed record GaveUpCall(
    ContactId ContactId,
    string Number,
    DateTime JoinedAt,
    DateTime GaveUpAt,
    string? TopicId,
    string? TopicGroupId,
    string? AuthorityCode,
    int Calls,
    DateTime? TriedAt)
{
    /// <summary>How long they waited.</summary>
    public TimeSpan Waited => GaveUpAt - JoinedAt;
}
