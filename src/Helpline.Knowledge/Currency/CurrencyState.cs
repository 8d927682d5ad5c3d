namespace Helpline.Knowledge.Currency;

/// <summary>Whether a node may be relied on, and if not, why.</summary>
/// <param name="Level">Green, amber or red.</param>
/// <param name="Reasons">Empty when green; the gravest first.</param>
public sealed record CurrencyState(CurrencyLevel Level, IReadOnlyList<CurrencyReason> Reasons)
{
    /// <summary>Nothing stands against it.</summary>
    public static CurrencyState Green { get; } = new(CurrencyLevel.Green, []);
}
