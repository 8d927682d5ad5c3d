using Microsoft.EntityFrameworkCore;

namespace Helpline.Analytics.Figures;

internal sealed partial class FiguresQueries
{
    private const int FirstQuestion = 1;

    public async Task<SatisfactionTable> SatisfactionAsync(
        SatisfactionDimension dimension, FiguresPeriod period, CancellationToken cancellationToken)
    {
        var weeks = period.Weeks();
        var answers = await AnswersAsync(dimension, weeks, cancellationToken);
        var hidden = weeks
            .Where(week => answers.Where(row => row.Week == week)
                .Sum(row => row.Code.Length == 0 ? row.Responses : -row.Responses) > 0)
            .ToHashSet();
        var shown = answers.Where(row => row.Code.Length > 0).ToLookup(row => row.Code, StringComparer.Ordinal);

        // A table of all answers has its one row even while there are too few to show.
        var codes = shown.Select(row => row.Key)
            .Union(dimension == SatisfactionDimension.All ? [Anonymising.SatisfactionAnonymiser.AllCode] : []);
        var rows = codes
            .Select(code => Row(code, weeks, hidden, shown[code].ToDictionary(row => row.Week)))
            .OrderByDescending(row => row.Period.Responses ?? 0).ThenBy(row => row.Code, StringComparer.Ordinal)
            .ToList();
        return new SatisfactionTable(dimension, weeks, rows);
    }

    private static SatisfactionRow Row(
        string code, IReadOnlyList<DateOnly> weeks, HashSet<DateOnly> hidden, Dictionary<DateOnly, Answers> answers)
    {
        var cells = weeks.Select(week => answers.TryGetValue(week, out var found)
            ? new SatisfactionCell(found.Responses, found.Satisfied, false)
            : hidden.Contains(week) ? new SatisfactionCell(null, null, true) : new SatisfactionCell(0, 0, false)).ToList();
        var known = cells.FindAll(cell => !cell.Suppressed);
        var period = known.Exists(cell => cell.Responses > 0) || known.Count == cells.Count
            ? new SatisfactionCell(known.Sum(cell => cell.Responses), known.Sum(cell => cell.Satisfied), false)
            : new SatisfactionCell(null, null, true);
        return new SatisfactionRow(code, cells, period);
    }

    private async Task<List<Answers>> AnswersAsync(
        SatisfactionDimension dimension, IReadOnlyList<DateOnly> weeks, CancellationToken cancellationToken)
    {
        if (weeks.Count == 0)
        {
            return [];
        }

        return await db.SatisfactionFigures.AsNoTracking()
            .Where(row => row.Question == FirstQuestion && row.Dimension == dimension
                && row.Week >= weeks[0] && row.Week <= weeks[weeks.Count - 1])
            .GroupBy(row => new { row.Code, row.Week })
            .Select(group => new Answers(
                group.Key.Code, group.Key.Week, group.Sum(row => row.Responses), group.Sum(row => row.Satisfied ?? 0)))
            .ToListAsync(cancellationToken);
    }

    private sealed record Answers(string Code, DateOnly Week, int Responses, int Satisfied);
}
