namespace Helpline.Knowledge;

/// <summary>
/// What the helpline knows: articles, topics, provisions and time limits, read from the content folder.
/// Changes to the files appear here by themselves; a broken change is logged and the last good state keeps serving.
/// </summary>
public interface IKnowledgeBase
{
    /// <summary>The state being served. Immutable: take it once and use it throughout a request.</summary>
    KnowledgeSnapshot Current { get; }
}
