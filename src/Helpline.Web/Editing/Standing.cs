using Helpline.Knowledge.Currency;

namespace Helpline.Web.Editing;

/// <summary>How a text stands, and why.</summary>
/// <param name="Level">Whether it may be relied on.</param>
/// <param name="Reasons">Why not, each a sentence without its full stop.</param>
public sealed record Standing(CurrencyLevel Level, IReadOnlyList<string> Reasons)
{
    /// <summary>Nothing is known against it.</summary>
    public static Standing Good { get; } = new(CurrencyLevel.Green, []);

    /// <summary>The word shown in its tag.</summary>
    public string Word => Level switch
    {
        CurrencyLevel.Green => "Current",
        CurrencyLevel.Amber => "Check",
        CurrencyLevel.Red => "Wrong",
    };

    /// <summary>The colour of its tag; the word says the same.</summary>
    public string TagClass => Level switch
    {
        CurrencyLevel.Green => "govuk-tag--green",
        CurrencyLevel.Amber => "govuk-tag--yellow",
        CurrencyLevel.Red => "govuk-tag--red",
    };
}
