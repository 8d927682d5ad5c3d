namespace Helpline.Core.Routing;

/// <summary>Says which node runs the routing loop. Claims keep the result right even if two do.</summary>
public sealed class RoutingLease
{
    /// <summary>The one name in use.</summary>
    public const string Routing = "routing";

    /// <summary>Names the lease.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The node that has it.</summary>
    public string Holder { get; internal set; } = "";

    /// <summary>Until when, UTC.</summary>
    public DateTime ExpiresAt { get; internal set; }
}
