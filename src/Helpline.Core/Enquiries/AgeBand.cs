namespace Helpline.Core.Enquiries;

/// <summary>How old the child or young person is, roughly: nothing finer is asked or kept.</summary>
/// <param name="Code">What is stored.</param>
/// <param name="Label">What people read.</param>
public sealed record AgeBand(string Code, string Label)
{
    /// <summary>All bands, youngest first. They follow the stages of education in England.</summary>
    public static IReadOnlyList<AgeBand> All { get; } =
    [
        new("0-4", "Under 5"),
        new("5-10", "5 to 10"),
        new("11-15", "11 to 15"),
        new("16-18", "16 to 18"),
        new("19-25", "19 to 25"),
        new("26-over", "Over 25"),
    ];

    /// <summary>The band with this code; null when there is none.</summary>
    public static AgeBand? Find(string? code) => All.FirstOrDefault(band => band.Code == code);
}
