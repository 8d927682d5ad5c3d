using Helpline.Core.Common;

namespace Helpline.Core.Surges;

/// <summary>Names one surge.</summary>
/// <param name="Value">The identifier as stored.</param>
public readonly record struct SurgeId(Guid Value)
{
    /// <summary>A new identifier.</summary>
    public static SurgeId New() => new(Ids.New());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
