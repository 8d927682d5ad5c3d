using Helpline.Core.Common;

namespace Helpline.Core.Publishing;

/// <summary>
/// The one row that moves with everything nodes must take over: what is served, what is marked wrong, which provisions changed. Its
/// <see cref="Entity.Version"/> is what nodes compare, and it lets one publication happen after another, never two at once.
/// </summary>
public sealed class ContentHead : Entity
{
    /// <summary>The one name in use.</summary>
    public const string Content = "content";

    /// <summary>Names the row.</summary>
    public string Name { get; internal init; } = Content;

    /// <summary>When it last moved, UTC.</summary>
    public DateTime MovedAt { get; private set; }

    /// <summary>Something changed.</summary>
    internal void Move(DateTime now)
    {
        MovedAt = now;
        Raise(new ContentMoved { At = now });
    }
}
