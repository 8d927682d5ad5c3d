using System.Globalization;
using Helpline.Analytics.Facts;

namespace Helpline.Analytics.Anonymising;

/// <summary>One contact with its value at every level of every hierarchy worked out once.</summary>
internal sealed class QuasiRecord
{
    private readonly string[][] codes;
    private readonly string[][] paths;

    private QuasiRecord(ContactFacts facts)
    {
        Facts = facts;
        Channel = EnumCodes.Of(facts.Channel);
        Day = CoarseTime.DayOf(facts.ArrivedAt);
        Hour = CoarseTime.LocalHourOf(facts.ArrivedAt);
        codes =
        [
            ["", facts.RegionCode ?? Codes.NotKnown, facts.AuthorityCode ?? Codes.NotKnown],
            ["", First(facts.TopicGroupIds), First(facts.TopicIds)],
            ["", facts.StageId ?? Codes.NotKnown],
            ["", facts.EnquirerRoleId ?? Codes.NotKnown],
            ["", Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Hour.ToString("00", CultureInfo.InvariantCulture)],
        ];
        paths = [.. codes.Select(Path)];
    }

    public ContactFacts Facts { get; }

    public string Channel { get; }

    public DateOnly Day { get; }

    public int Hour { get; }

    public static QuasiRecord Of(ContactFacts facts) => new(facts);

    /// <summary>The code at a level, alone.</summary>
    public string Code(Hierarchy hierarchy, int level) => codes[(int)hierarchy][level];

    /// <summary>The code at a level with those above it: what tells two values apart.</summary>
    public string PathTo(Hierarchy hierarchy, int level) => paths[(int)hierarchy][level];

    private static string First(IReadOnlyList<string> values) => values.Count == 0 ? Codes.NotKnown : values[0];

    private static string[] Path(string[] levels)
    {
        var path = new string[levels.Length];
        path[0] = "";
        for (var level = 1; level < levels.Length; level++)
        {
            path[level] = $"{path[level - 1]}/{levels[level]}";
        }

        return path;
    }
}
