namespace Helpline.Analytics.Anonymising;

/// <summary>
/// Cuts the contacts of one channel into cells of at least k. Starts from one cell as general as can be and, cell by
/// cell, takes the step down one hierarchy that keeps most detail for most contacts, as long as everybody it leaves
/// behind still has k for company. The values too rare to stand alone stay behind together, and go on being cut along
/// the other hierarchies.
/// </summary>
internal static class Partitioner
{
    public static List<Cell> Partition(IReadOnlyList<QuasiRecord> records, int k)
    {
        var done = new List<Cell>();
        var open = new Stack<Cell>([Cell.Whole(records)]);
        while (open.TryPop(out var cell))
        {
            var best = Hierarchies.All
                .Select(hierarchy => Cut.Try(cell, hierarchy, k))
                .OfType<Cut>()
                .MaxBy(cut => cut.Gain);
            if (best is null)
            {
                done.Add(cell);
                continue;
            }

            best.Parts.ForEach(open.Push);
        }

        return [.. done.OrderBy(cell => cell.Key, StringComparer.Ordinal)];
    }

    /// <summary>One way to cut a cell. Ties go to the hierarchy named first.</summary>
    private sealed record Cut(List<Cell> Parts, double Gain)
    {
        public static Cut? Try(Cell cell, Hierarchy hierarchy, int k)
        {
            var level = cell.Level(hierarchy);
            if (level == Hierarchies.Depth(hierarchy) || cell.Count < k)
            {
                return null;
            }

            var groups = cell.Records
                .GroupBy(record => record.PathTo(hierarchy, level + 1), StringComparer.Ordinal)
                .Select(group => (group.Key, Records: group.ToList()))
                .OrderByDescending(group => group.Records.Count).ThenBy(group => group.Key, StringComparer.Ordinal)
                .ToList();
            var standing = groups.TakeWhile(group => group.Records.Count >= k).ToList();
            var behind = groups.Skip(standing.Count).SelectMany(group => group.Records).ToList();
            if (behind.Count is not 0 && behind.Count < k && standing.Count > 0)
            {
                // Those left behind are too few to publish: the smallest value that could stand keeps them company.
                behind.AddRange(standing[^1].Records);
                standing.RemoveAt(standing.Count - 1);
            }

            if (standing.Count == 0)
            {
                return null;
            }

            var parts = standing.ConvertAll(group => cell.With(group.Records, hierarchy, level + 1));
            var gain = standing.Sum(group => group.Records.Count) * Hierarchies.WorthOfStep(hierarchy, level);
            if (behind.Count > 0)
            {
                parts.Add(cell.With(behind, hierarchy, level));
            }

            return new Cut(parts, gain);
        }
    }
}
