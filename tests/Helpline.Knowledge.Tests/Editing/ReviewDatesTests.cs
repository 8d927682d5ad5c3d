using Helpline.Knowledge.Editing;

namespace Helpline.Knowledge.Tests.Editing;

/// <summary>New dates, and every other byte as it was.</summary>
public sealed class ReviewDatesTests
{
    private static readonly DateOnly Reviewed = new(2026, 12, 9);
    private static readonly DateOnly ReviewBy = new(2027, 6, 9);

    [Fact]
    public void Renew_ShippedArticle_ChangesTwoLinesOnly()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Content, "articles"), "*.md").Take(5))
        {
            var text = File.ReadAllText(file);

            var renewed = ReviewDates.Renew(text, Reviewed, ReviewBy)!;

            var changed = text.Split('\n').Zip(renewed.Split('\n')).Where(p => p.First != p.Second).Select(p => p.Second.TrimEnd('\r'));
            Assert.Equal(["reviewed: 2026-12-09", "reviewBy: 2027-06-09"], changed);
        }
    }

    [Theory]
    [InlineData("no front matter")]
    [InlineData("---\nreviewed: 2026-01-01\n---\nreviewBy: 2026-02-02\n")]
    [InlineData("---\nreviewed: 2026-01-01\nreviewed: 2026-01-01\nreviewBy: 2026-02-02\n---\n")]
    public void Renew_FieldsNotThereOnce_IsRefused(string text) => Assert.Null(ReviewDates.Renew(text, Reviewed, ReviewBy));
}
