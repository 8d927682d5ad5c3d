namespace Helpline.Analytics.Anonymising;

/// <summary>
/// The fixed hierarchies. Level 0 is the most general. The channel has none: a cell never mixes channels.
/// </summary>
internal enum Hierarchy
{
    /// <summary>England, region, authority.</summary>
    Place,

    /// <summary>Any, group, topic.</summary>
    Topic,

    /// <summary>Any, stage.</summary>
    Stage,

    /// <summary>Any, role.</summary>
    Role,

    /// <summary>Week, day, hour.</summary>
    Time,
}

/// <summary>What each step down a hierarchy is worth for each contact that can take it.</summary>
internal static class Hierarchies
{
    // Where and about what are what managers ask first; the day and hour are known from the live figures anyway.
    private static readonly double[][] Worth = [[3, 2], [3, 2], [1.5], [1], [0.5, 0.25]];

    public static IReadOnlyList<Hierarchy> All { get; } = Enum.GetValues<Hierarchy>();

    public static int Depth(Hierarchy hierarchy) => Worth[(int)hierarchy].Length;

    /// <summary>The worth of going from <paramref name="level"/> to the one below it.</summary>
    public static double WorthOfStep(Hierarchy hierarchy, int level) => Worth[(int)hierarchy][level];
}
