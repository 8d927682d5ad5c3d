using Helpline.Analytics.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Analytics.Figures;

/// <summary>Reads the figures: one grouped statement per kind of number, whatever the period.</summary>
internal sealed partial class FiguresQueries(AnalyticsDbContext db) : IFiguresQueries
{
    public async Task<FiguresTable> ContactsAsync(
        FiguresDimension dimension, FiguresPeriod period, string? parentCode, CancellationToken cancellationToken)
    {
        var weeks = period.Weeks();
        var shown = await ShownAsync(dimension, weeks, parentCode, cancellationToken);
        var totals = await TotalsAsync(dimension, weeks, parentCode, shown, cancellationToken);
        var byRow = shown.GroupBy(figure => (figure.ParentCode, figure.Code)).ToList();
        var notShown = weeks
            .Select((week, index) => totals[index] - shown.Where(figure => figure.Week == week).Sum(figure => figure.Count))
            .ToList();
        var veiled = await VeiledWeeksAsync(dimension, weeks, parentCode, cancellationToken);

        var rows = byRow
            .Select(row => Row(row.Key.Code, row.Key.ParentCode, weeks, notShown, veiled, row.ToDictionary(f => f.Week, f => f.Count)))
            .OrderByDescending(row => row.Shown).ThenBy(row => row.Code, StringComparer.Ordinal)
            .ToList();
        return new FiguresTable(dimension, weeks, rows, notShown, totals);
    }

    public async Task<IReadOnlyList<CombinationFigure>> CombinationsAsync(
        FiguresPeriod period, int top, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var weeks = period.Weeks();
        if (weeks.Count == 0)
        {
            return [];
        }

        return await db.Combinations.AsNoTracking()
            .Where(row => row.Week >= weeks[0] && row.Week <= weeks[weeks.Count - 1])
            .GroupBy(row => new { row.Place, row.Topic, row.Stage, row.Role, row.Channel })
            .Select(group => new { group.Key, Count = group.Sum(row => row.Count) })
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Key.Place).ThenBy(group => group.Key.Topic).ThenBy(group => group.Key.Stage)
            .ThenBy(group => group.Key.Role).ThenBy(group => group.Key.Channel)
            .Take(top)
            .Select(group => new CombinationFigure
            {
                Place = group.Key.Place,
                Topic = group.Key.Topic,
                Stage = group.Key.Stage,
                Role = group.Key.Role,
                Channel = group.Key.Channel,
                Count = group.Count,
            })
            .ToListAsync(cancellationToken);
    }

    // A code without a number may be among those not shown; where everything is shown it is truly none.
    private static FiguresRow Row(
        string code, string parent, IReadOnlyList<DateOnly> weeks, List<int> notShown, HashSet<DateOnly> veiled,
        Dictionary<DateOnly, int> counts)
    {
        var cells = weeks.Select((week, index) => counts.TryGetValue(week, out var count)
            ? new FigureCell(count, false)
            : notShown[index] > 0 || veiled.Contains(week) ? new FigureCell(null, true) : new FigureCell(0, false)).ToList();
        return new FiguresRow(
            code, parent.Length == 0 ? null : parent, cells,
            cells.Sum(cell => cell.Count ?? 0), cells.TrueForAll(cell => !cell.Suppressed));
    }

    private async Task<List<Shown>> ShownAsync(
        FiguresDimension dimension, IReadOnlyList<DateOnly> weeks, string? parentCode, CancellationToken cancellationToken)
    {
        if (weeks.Count == 0)
        {
            return [];
        }

        return await db.ContactFigures.AsNoTracking()
            .Where(row => row.Dimension == dimension && row.Week >= weeks[0] && row.Week <= weeks[weeks.Count - 1]
                && (parentCode == null || row.ParentCode == parentCode))
            .GroupBy(row => new { row.ParentCode, row.Code, row.Week })
            .Select(group => new Shown(group.Key.ParentCode, group.Key.Code, group.Key.Week, group.Sum(row => row.Count)))
            .ToListAsync(cancellationToken);
    }

    private async Task<List<int>> TotalsAsync(
        FiguresDimension dimension, IReadOnlyList<DateOnly> weeks, string? parentCode, List<Shown> shown,
        CancellationToken cancellationToken)
    {
        if (weeks.Count == 0)
        {
            return [];
        }

        // A table inside one parent, and the table of referrals, have no other whole than their own.
        var ownWhole = parentCode is not null || dimension == FiguresDimension.Referral;
        var first = weeks[0];
        var last = weeks[weeks.Count - 1];
        var extra = ownWhole
            ? await db.HiddenFigures
                .Where(row => row.Dimension == dimension && row.Week >= first && row.Week <= last
                    && (parentCode == null || row.ParentCode == parentCode))
                .GroupBy(row => row.Week)
                .Select(group => new { Week = group.Key, Count = group.Sum(row => row.Count) })
                .ToDictionaryAsync(row => row.Week, row => row.Count, cancellationToken)
            : await db.WindowFigures
                .Where(row => row.Week >= first && row.Week <= last)
                .GroupBy(row => row.Week)
                .Select(group => new { Week = group.Key, Count = group.Sum(row => row.Contacts) })
                .ToDictionaryAsync(row => row.Week, row => row.Count, cancellationToken);
        return [.. weeks.Select(week => extra.GetValueOrDefault(week)
            + (ownWhole ? shown.Where(figure => figure.Week == week).Sum(figure => figure.Count) : 0))];
    }

    // Inside one parent a week is veiled when the parent itself may be among the hidden.
    private async Task<HashSet<DateOnly>> VeiledWeeksAsync(
        FiguresDimension dimension, IReadOnlyList<DateOnly> weeks, string? parentCode, CancellationToken cancellationToken)
    {
        if (parentCode is null || weeks.Count == 0)
        {
            return [];
        }

        var parent = dimension == FiguresDimension.Topic ? FiguresDimension.TopicGroup : FiguresDimension.Region;
        return [.. await db.HiddenFigures
            .Where(row => row.Dimension == parent && row.Week >= weeks[0] && row.Week <= weeks[weeks.Count - 1]
                && !db.ContactFigures.Any(own => own.WindowId == row.WindowId
                    && own.Dimension == parent && own.ParentCode == "" && own.Code == parentCode))
            .Select(row => row.Week).Distinct().ToListAsync(cancellationToken)];
    }

    private sealed record Shown(string ParentCode, string Code, DateOnly Week, int Count);
}
