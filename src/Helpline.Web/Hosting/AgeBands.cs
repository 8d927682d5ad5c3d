using Helpline.Web.TagHelpers;

namespace Helpline.Web.Hosting;

/// <summary>The age bands of a child or young person, up to the age to which a plan can run.</summary>
public static class AgeBands
{
    public static IReadOnlyList<FieldOption> Options { get; } =
    [
        new("0-4", "Under 5"),
        new("5-10", "5 to 10"),
        new("11-15", "11 to 15"),
        new("16-18", "16 to 18"),
        new("19-25", "19 to 25"),
    ];
}
