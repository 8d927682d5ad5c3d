using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpline.Knowledge.Editing;

/// <summary>Changes the dates of review in a file's front matter and leaves every other byte as it is.</summary>
public static partial class ReviewDates
{
    /// <summary>The text with new dates; null when its front matter does not hold each of the two fields once, in a line of its own.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="reviewed">The day of the review.</param>
    /// <param name="reviewBy">The day of the next.</param>
    public static string? Renew(string text, DateOnly reviewed, DateOnly reviewBy)
    {
        var end = text.IndexOf("\n---", StringComparison.Ordinal);
        if (!text.StartsWith("---", StringComparison.Ordinal) || end < 0)
        {
            return null;
        }

        var head = text[..end];
        return Reviewed().Count(head) == 1 && ReviewBy().Count(head) == 1
            ? ReviewBy().Replace(Reviewed().Replace(head, Field(reviewed)), Field(reviewBy)) + text[end..]
            : null;
    }

    private static string Field(DateOnly day) => "${name}" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=\n)(?<name>reviewed:[ \t]*)[^\r\n]*")]
    private static partial Regex Reviewed();

    [GeneratedRegex(@"(?<=\n)(?<name>reviewBy:[ \t]*)[^\r\n]*")]
    private static partial Regex ReviewBy();
}
