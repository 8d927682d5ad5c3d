using Helpline.Core.Common;

namespace Helpline.Core.Advisers;

/// <summary>Names one adviser.</summary>
/// <param name="Value">The identifier as stored.</param>
public readonly record struct AdviserId(Guid Value)
{
    /// <summary>A new identifier.</summary>
    public static AdviserId New() => new(Ids.New());

    /// <summary>Reads the text form; false when it is not one.</summary>
    public static bool TryParse(string? text, out AdviserId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new(value);
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
