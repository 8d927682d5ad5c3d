using Helpline.Core.Common;

namespace Helpline.Core.OutsideNumbers;

/// <summary>Names one outside number.</summary>
/// <param name="Value">The identifier as stored.</param>
public readonly record struct OutsideNumberId(Guid Value)
{
    /// <summary>A new identifier.</summary>
    public static OutsideNumberId New() => new(Ids.New());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
