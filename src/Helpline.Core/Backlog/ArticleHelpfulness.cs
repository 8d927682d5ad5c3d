using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Backlog;

/// <summary>What readers said of a version of an article.</summary>
/// <param name="ArticleVersion">The version, as citations name it.</param>
/// <param name="Helpful">How often it was helpful.</param>
/// <param name="NotHelpful">How often it was not.</param>
/// <param name="Since">The first day counted.</param>
/// <param name="Reasons">Why it was not, where that was said, and how often; the commonest first.</param>
public sealed record HelpfulnessCount(string ArticleVersion, int Helpful, int NotHelpful, DateOnly Since, IReadOnlyList<(NotHelpfulReason Reason, int Count)> Reasons);

/// <summary>"Was this helpful": counts by article, version and day; no reader is known by them.</summary>
public sealed class ArticleHelpfulness(HelplineDbContext db, TimeProvider time)
{
    /// <summary>Counts one answer, today.</summary>
    /// <param name="slug">The article, or another page by its kind and id; the caller has seen that it exists.</param>
    /// <param name="version">Its version, as citations name it.</param>
    /// <param name="helpful">What the reader said.</param>
    /// <param name="reason">Why not, if the reader said. Not kept with a yes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CountAsync(string slug, string version, bool helpful, NotHelpfulReason reason, CancellationToken cancellationToken)
    {
        var why = helpful ? NotHelpfulReason.NotSaid : reason;
        var day = time.LondonToday();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var counted = await db.ArticleRatings
                .Where(r => r.ArticleSlug == slug && r.ArticleVersion == version && r.Day == day && r.Helpful == helpful && r.Reason == why)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Count, r => r.Count + 1), cancellationToken);
            if (counted > 0)
            {
                return;
            }

            db.ArticleRatings.Add(new ArticleRating { ArticleSlug = slug, ArticleVersion = version, Day = day, Helpful = helpful, Reason = why, Count = 1 });
            if (await db.TrySaveAsync(cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>The counts of an article by version, latest first.</summary>
    public async Task<IReadOnlyList<HelpfulnessCount>> OfAsync(string slug, CancellationToken cancellationToken)
    {
        var rows = await db.ArticleRatings.AsNoTracking().Where(r => r.ArticleSlug == slug).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(r => r.ArticleVersion)
            .Select(g => new HelpfulnessCount(g.Key, g.Where(r => r.Helpful).Sum(r => r.Count), g.Where(r => !r.Helpful).Sum(r => r.Count), g.Min(r => r.Day), Reasons(g)))
            .OrderByDescending(c => c.Since)];
    }

    private static IReadOnlyList<(NotHelpfulReason Reason, int Count)> Reasons(IEnumerable<ArticleRating> ratings) =>
        [.. ratings.Where(r => r.Reason != NotHelpfulReason.NotSaid).GroupBy(r => r.Reason).Select(g => (g.Key, g.Sum(r => r.Count))).OrderByDescending(r => r.Item2)];
}
