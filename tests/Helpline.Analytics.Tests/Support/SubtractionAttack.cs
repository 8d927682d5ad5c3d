namespace Helpline.Analytics.Tests.Support;

/// <summary>
/// A reader with pencil and paper: every published sum is an equation over numbers that are not published. Solves for
/// what the equations settle, by Gauss-Jordan elimination.
/// </summary>
internal sealed class SubtractionAttack
{
    private readonly List<string> unknowns = [];
    private readonly List<(HashSet<string> Of, int Sum)> equations = [];

    public void Learn(IEnumerable<string> of, int sum)
    {
        var set = of.ToHashSet(StringComparer.Ordinal);
        unknowns.AddRange(set.Except(unknowns));
        equations.Add((set, sum));
    }

    /// <summary>The unknowns that can have one value only.</summary>
    public Dictionary<string, int> Settled()
    {
        var rows = equations
            .Select(equation => unknowns.Select(name => equation.Of.Contains(name) ? 1.0 : 0.0).Append(equation.Sum).ToArray())
            .ToList();
        Eliminate(rows, unknowns.Count);
        return rows
            .Where(row => row.Take(unknowns.Count).Count(value => Math.Abs(value) > 1e-9) == 1)
            .ToDictionary(
                row => unknowns[Array.FindIndex(row, value => Math.Abs(value) > 1e-9)],
                row => (int)Math.Round(row[^1]));
    }

    private static void Eliminate(List<double[]> rows, int columns)
    {
        for (int column = 0, top = 0; column < columns && top < rows.Count; column++)
        {
            var pivot = rows.FindIndex(top, row => Math.Abs(row[column]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (rows[top], rows[pivot]) = (rows[pivot], rows[top]);
            var by = rows[top][column];
            rows[top] = [.. rows[top].Select(value => value / by)];
            for (var other = 0; other < rows.Count; other++)
            {
                var times = rows[other][column];
                if (other != top && Math.Abs(times) > 1e-9)
                {
                    rows[other] = [.. rows[other].Zip(rows[top], (value, own) => value - (times * own))];
                }
            }

            top++;
        }
    }
}
