using System.Globalization;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Content;

/// <summary>Reads the counting field of a time limit, or of one of its steps.</summary>
internal static class CountingReader
{
    private static readonly string[] Shapes = ["label", "period", "unit", "direction", "firstDay", "calendar", "moves", "before", "notComputed"];

    public static CountingRule Rule(YamlMap? map, YamlMap owner)
    {
        if (map is null)
        {
            owner.Problem(owner.Line, "'counting' is missing; write 'counting: {period: 6, unit: weeks}', '{before: 15 February}' or '{notComputed: why}'");
            return new CountingRule.NotComputed("");
        }

        map.Allow(Shapes);
        if (map.Has("notComputed"))
        {
            return new CountingRule.NotComputed(map.Required("notComputed").Value);
        }

        return map.Has("before") ? FixedDay(map) : Period(map);
    }

    private static CountingRule.BeforeFixedDay FixedDay(YamlMap map)
    {
        var text = map.Required("before");
        if (DateOnly.TryParseExact(text.Value, "d MMMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new CountingRule.BeforeFixedDay(day.Month, day.Day);
        }

        map.Problem(text.Line, $"'before' is '{text.Value}'; write a day and a month, for example 15 February");
        return new CountingRule.BeforeFixedDay(1, 1);
    }

    private static CountingRule.Period Period(YamlMap map)
    {
        var unit = map.OneOf("unit", ("weeks", CountingUnit.Weeks), ("days", CountingUnit.Days), ("months", CountingUnit.Months), ("workingDays", CountingUnit.WorkingDays));
        var calendar = Word(map, "calendar", "england", "tribunal");
        if (map.Has("calendar") && unit != CountingUnit.WorkingDays)
        {
            map.Problem(map.LineOf("calendar"), "'calendar' is only for 'unit: workingDays'");
        }

        return new CountingRule.Period
        {
            Length = map.Number("period"),
            Unit = unit,
            Before = Word(map, "direction", "after", "before") == "before",
            BeginsWithTrigger = Word(map, "firstDay", "next", "trigger") == "trigger",
            TribunalDays = calendar == "tribunal",
            SenAppealMoves = map.Has("moves") && map.OneOf("moves", ("senAppeal", true)),
        };
    }

    private static string Word(YamlMap map, string field, string usual, string other) =>
        map.Has(field) ? map.OneOf(field, (usual, usual), (other, other)) : usual;
}
