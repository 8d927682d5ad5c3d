using Helpline.Knowledge.Letters;
using Helpline.Web.Hosting;

namespace Helpline.Web.Pages.Shared;

/// <summary>A letter on a page: to fill in, and with what was filled in.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Values">What stands in its fields, by their ids; dates as YYYY-MM-DD.</param>
/// <param name="Filled">The letter with these values; null while nothing was filled in.</param>
/// <param name="Today">Today in England.</param>
public sealed record LetterView(LetterTemplate Letter, IReadOnlyDictionary<string, string?> Values, FilledLetter? Filled, DateOnly Today)
{
    /// <summary>Whether the day by which it had to be reviewed has come.</summary>
    public bool IsDueForReview => Today >= Letter.ReviewBy;

    /// <summary>What the law of the letter was checked against, in a line.</summary>
    public string Checked => $"Law in England as at {Letter.LawAsAt.InWords()}. Reviewed {Letter.Reviewed.InWords()}. Letter {Letter.Id}, version {Letter.Version}.";

    /// <summary>What stands in a field; null when nothing does.</summary>
    public string? ValueOf(LetterField field) => Values.GetValueOrDefault(field.Id);

    /// <summary>The id of the element that describes a field; null when none does.</summary>
    public static string? DescribedBy(LetterField field) => field.Hint is null ? null : $"field-{field.Id}-hint";
}
