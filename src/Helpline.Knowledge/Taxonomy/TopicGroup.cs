namespace Helpline.Knowledge.Taxonomy;

/// <summary>A group under which topics are listed.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">What people read.</param>
public sealed record TopicGroup(string Id, string Label);
