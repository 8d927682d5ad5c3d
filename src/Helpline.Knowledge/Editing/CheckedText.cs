using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Editing;

/// <summary>A text as the readers see it.</summary>
/// <param name="Issues">What is wrong with it, and what else it would break; empty when it may be published.</param>
/// <param name="Article">The article as it would be served, where it is one and enough of it can be read.</param>
/// <param name="Preview">An article or update as its readers will see it, where enough of it can be read.</param>
public sealed record CheckedText(IReadOnlyList<ContentIssue> Issues, Article? Article, TextPreview? Preview)
{
    /// <summary>Whether it may be published.</summary>
    public bool IsGood => Issues.Count == 0;
}
