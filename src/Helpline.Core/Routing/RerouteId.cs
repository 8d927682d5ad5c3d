using Helpline.Core.Common;

namespace Helpline.Core.Routing;

/// <summary>Names one reroute.</summary>
/// <param name="Value">The identifier as stored.</param>
public readonly record struct RerouteId(Guid Value)
{
    /// <summary>A new identifier.</summary>
    public static RerouteId New() => new(Ids.New());

    /// <summary>Reads the text form; false when it is not one.</summary>
    public static bool TryParse(string? text, out RerouteId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new(value);
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
