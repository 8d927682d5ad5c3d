using System.Globalization;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Content;

/// <summary>Reads the counting field of a time limit, of one of its steps, or of its second date.</summary>
internal static class CountingReader
{
    private static readonly string[] Shapes =
        ["label", "period", "unit", "direction", "firstDay", "calendar", "moves", "before", "onTheDay", "earliestOf", "allowance", "notComputed"];

    /// <param name="map">The fields of the rule; null when there are none.</param>
    /// <param name="owner">What the rule belongs to, to name its line.</param>
    /// <param name="others">Fields that may stand beside those of the rule.</param>
    public static CountingRule Rule(YamlMap? map, YamlMap owner, params string[] others)
    {
        if (map is null)
        {
            owner.Problem(owner.Line, "'counting' is missing; write 'counting: {period: 6, unit: weeks}', '{before: 15 February}' or '{notComputed: why}'");
            return new CountingRule.NotComputed("");
        }

        map.Allow([.. Shapes, .. others]);
        return map switch
        {
            _ when map.Has("notComputed") => new CountingRule.NotComputed(map.Required("notComputed").Value),
            _ when map.Has("before") => FixedDay(map),
            _ when map.Has("onTheDay") => OnTheDay(map),
            _ when map.Has("allowance") => new CountingRule.Allowance(map.Number("allowance")),
            _ when map.Has("earliestOf") => new CountingRule.EarliestOf([.. map.Maps("earliestOf").Select(m => Period(m.Allow(Shapes)))]),
            _ => Period(map),
        };
    }

    private static CountingRule.OnTheDay OnTheDay(YamlMap map)
    {
        map.OneOf("onTheDay", ("true", true));
        return new CountingRule.OnTheDay();
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
        var unit = map.OneOf(
            "unit",
            ("weeks", CountingUnit.Weeks), ("days", CountingUnit.Days), ("months", CountingUnit.Months), ("workingDays", CountingUnit.WorkingDays), ("schoolDays", CountingUnit.SchoolDays));
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
