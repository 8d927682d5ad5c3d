namespace Helpline.Web.Editing;

/// <summary>How a text stands, and why.</summary>
/// <param name="Level">Whether it may be relied on.</param>
/// <param name="Reasons">Why not, each a sentence without its full stop.</param>
public sealed record Standing(StandingLevel Level, IReadOnlyList<string> Reasons)
{
    /// <summary>Nothing is known against it.</summary>
    public static Standing Good { get; } = new(StandingLevel.Green, []);

    /// <summary>The word shown in its tag.</summary>
    public string Word => Level switch
    {
        StandingLevel.Green => "Current",
        StandingLevel.Amber => "Check",
        StandingLevel.Red => "Wrong",
    };

    /// <summary>The colour of its tag; the word says the same.</summary>
    public string TagClass => Level switch
    {
        StandingLevel.Green => "govuk-tag--green",
        StandingLevel.Amber => "govuk-tag--yellow",
        StandingLevel.Red => "govuk-tag--red",
    };
}
