using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Backlog;

/// <summary>A search that fails, over a period.</summary>
/// <param name="Terms">The words we know, in alphabetical order.</param>
/// <param name="NoResult">Searches that found nothing.</param>
/// <param name="Abandoned">Searches after which nothing was opened.</param>
/// <param name="Days">On how many days.</param>
/// <param name="UnknownWords">Words we did not know, over all these searches.</param>
public sealed record BacklogItem(string Terms, int NoResult, int Abandoned, int Days, int UnknownWords)
{
    /// <summary>The demand: a search that found nothing weighs three times one whose results nobody opened, as the snippet may have answered that.</summary>
    public int Weight => (3 * NoResult) + Abandoned;
}

/// <summary>A topic on which advisers said that no article helped.</summary>
/// <param name="TopicId">The topic; null where none was recorded.</param>
/// <param name="Contacts">How many contacts.</param>
public sealed record UnhelpedTopic(string? TopicId, int Contacts);

/// <summary>What people look for and do not find: counts without anyone in them.</summary>
public sealed class SearchBacklog(HelplineDbContext db, TimeProvider time)
{
    private const int KeptDays = 400;

    /// <summary>Counts a search that failed.</summary>
    /// <param name="kind">How it failed.</param>
    /// <param name="side">Who searched.</param>
    /// <param name="terms">The words of our own vocabulary in it; order and repeats are dropped.</param>
    /// <param name="unknownWords">How many other words it had.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CountAsync(
        SearchMissKind kind, SearchSide side, IEnumerable<string> terms, int unknownWords, CancellationToken cancellationToken)
    {
        var words = Join(terms);
        var day = time.LondonToday();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var counted = await db.SearchMisses
                .Where(m => m.Day == day && m.Kind == kind && m.Side == side && m.Terms == words)
                .ExecuteUpdateAsync(
                    s => s.SetProperty(m => m.Count, m => m.Count + 1).SetProperty(m => m.UnknownWords, m => m.UnknownWords + unknownWords),
                    cancellationToken);
            if (counted > 0)
            {
                return;
            }

            db.SearchMisses.Add(new SearchMiss { Day = day, Kind = kind, Side = side, Terms = words, Count = 1, UnknownWords = unknownWords });
            if (await db.TrySaveAsync(cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>The searches that failed most in the last days, heaviest first.</summary>
    /// <param name="days">How many days back, today included.</param>
    /// <param name="most">How many items at most.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<BacklogItem>> ReadAsync(int days, int most, CancellationToken cancellationToken)
    {
        var from = time.LondonToday().AddDays(1 - days);
        var rows = await db.SearchMisses.AsNoTracking().Where(m => m.Day >= from)
            .GroupBy(m => m.Terms)
            .Select(g => new
            {
                Terms = g.Key,
                NoResult = g.Sum(m => m.Kind == SearchMissKind.NoResult ? m.Count : 0),
                Abandoned = g.Sum(m => m.Kind == SearchMissKind.Abandoned ? m.Count : 0),
                Days = g.Select(m => m.Day).Distinct().Count(),
                Unknown = g.Sum(m => m.UnknownWords),
            })
            .OrderByDescending(g => (3 * g.NoResult) + g.Abandoned).ThenBy(g => g.Terms)
            .Take(most)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new BacklogItem(r.Terms, r.NoResult, r.Abandoned, r.Days, r.Unknown))];
    }

    /// <summary>The topics on which no article helped, most contacts first.</summary>
    /// <param name="days">How many days back, today included.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<UnhelpedTopic>> UnhelpedAsync(int days, CancellationToken cancellationToken)
    {
        var from = time.LondonToday().AddDays(1 - days).LondonMidnightUtc();
        return await db.Contacts.AsNoTracking().Where(c => c.NoArticleHelped && c.ArrivedAt >= from)
            .GroupBy(c => c.TopicId)
            .Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count)
            .Select(g => new UnhelpedTopic(g.Key, g.Count))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Forgets what is older than 400 days.</summary>
    public Task<int> ForgetOldAsync(CancellationToken cancellationToken)
    {
        var before = time.LondonToday().AddDays(-KeptDays);
        return db.SearchMisses.Where(m => m.Day < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Join(IEnumerable<string> terms)
    {
        var words = "";
        foreach (var term in terms.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (words.Length + term.Length + 1 > SearchMiss.TermsLength)
            {
                break;
            }

            words += words.Length == 0 ? term : $" {term}";
        }

        return words;
    }
}
