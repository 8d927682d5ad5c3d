namespace Helpline.Knowledge.Api;

/// <summary>The topics by which contacts and articles are sorted.</summary>
/// <param name="Groups">The groups, in order.</param>
public sealed record TopicsResponse(IReadOnlyList<TopicGroupResponse> Groups);

/// <summary>A group of topics.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its label.</param>
/// <param name="Topics">Its topics, in order.</param>
public sealed record TopicGroupResponse(string Id, string Label, IReadOnlyList<TopicResponse> Topics);

/// <summary>A topic.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its label.</param>
/// <param name="Provisions">Ids of the provisions that govern it.</param>
/// <param name="Deadlines">Ids of its time limits.</param>
/// <param name="Articles">Slugs of the public articles on it.</param>
public sealed record TopicResponse(string Id, string Label, IReadOnlyList<string> Provisions, IReadOnlyList<string> Deadlines, IReadOnlyList<string> Articles);
