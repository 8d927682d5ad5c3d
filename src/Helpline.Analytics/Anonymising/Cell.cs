namespace Helpline.Analytics.Anonymising;

/// <summary>Contacts of one channel that are published alike, and how detailed each part may be.</summary>
internal sealed class Cell(IReadOnlyList<QuasiRecord> records, int[] levels)
{
    private readonly int[] levels = levels;

    public IReadOnlyList<QuasiRecord> Records { get; } = records;

    public int Count => Records.Count;

    public string Channel => Records[0].Channel;

    /// <summary>What the cell is published under; cells are ordered and told apart by it.</summary>
    public string Key => string.Join('|', Hierarchies.All
        .Select(hierarchy => Records[0].PathTo(hierarchy, Level(hierarchy))).Prepend(Channel));

    public static Cell Whole(IReadOnlyList<QuasiRecord> records) => new(records, new int[Hierarchies.All.Count]);

    public int Level(Hierarchy hierarchy) => levels[(int)hierarchy];

    /// <summary>The cell's code at a level, or null when it is more general than that.</summary>
    public string? CodeAt(Hierarchy hierarchy, int level) =>
        Level(hierarchy) >= level ? Records[0].Code(hierarchy, level) : null;

    public Cell With(IReadOnlyList<QuasiRecord> subset, Hierarchy hierarchy, int level)
    {
        var changed = (int[])levels.Clone();
        changed[(int)hierarchy] = level;
        return new Cell(subset, changed);
    }

    public Cell Merge(IEnumerable<Cell> others) => new([.. Records, .. others.SelectMany(other => other.Records)], levels);
}
