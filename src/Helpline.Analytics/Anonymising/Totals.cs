using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using Helpline.Analytics.Messages;

namespace Helpline.Analytics.Anonymising;

/// <summary>The one-way tables of a window.</summary>
internal static class Totals
{
    // Without it a lone referral would be the whole of its table, and a whole is always told.
    private const string NoReferral = "none";

    /// <summary>The hierarchy and level whose values are the rows of a dimension; null for what cells never carry.</summary>
    public static (Hierarchy Hierarchy, int Level)? Place(FiguresDimension dimension) => dimension switch
    {
        FiguresDimension.Region => (Hierarchy.Place, 1),
        FiguresDimension.Authority => (Hierarchy.Place, 2),
        FiguresDimension.TopicGroup => (Hierarchy.Topic, 1),
        FiguresDimension.Topic => (Hierarchy.Topic, 2),
        FiguresDimension.Stage => (Hierarchy.Stage, 1),
        FiguresDimension.Role => (Hierarchy.Role, 1),
        FiguresDimension.Channel or FiguresDimension.Kind or FiguresDimension.Outcome or FiguresDimension.Wait
            or FiguresDimension.Handling or FiguresDimension.Referral => null,
    };

    public static List<TotalsTable> Build(IReadOnlyList<QuasiRecord> records, int k)
    {
        var tables = new List<TotalsTable>();
        foreach (var dimension in Enum.GetValues<FiguresDimension>())
        {
            if (dimension is FiguresDimension.Topic or FiguresDimension.Authority)
            {
                continue;
            }

            tables.Add(Table(dimension, null, records.SelectMany(record => CodesOf(record, dimension)), k));
        }

        tables.AddRange(Nested(records, tables, FiguresDimension.TopicGroup, FiguresDimension.Topic, k));
        tables.AddRange(Nested(records, tables, FiguresDimension.Region, FiguresDimension.Authority, k));
        return tables;
    }

    public static IEnumerable<string> CodesOf(QuasiRecord record, FiguresDimension dimension) => dimension switch
    {
        FiguresDimension.Channel => [record.Channel],
        FiguresDimension.Kind => [EnumCodes.Of(record.Facts.Kind)],
        FiguresDimension.Outcome => [record.Facts.OutcomeCode ?? Codes.NotKnown],
        FiguresDimension.Wait => [EnumCodes.Of(record.Facts.WaitBand)],
        FiguresDimension.Handling => [EnumCodes.Of(record.Facts.HandlingBand)],
        FiguresDimension.Referral => record.Facts.ReferralCodes.Count == 0
            ? [NoReferral]
            : record.Facts.ReferralCodes.Distinct(StringComparer.Ordinal),
        FiguresDimension.TopicGroup or FiguresDimension.Topic or FiguresDimension.Region or FiguresDimension.Authority
            or FiguresDimension.Stage or FiguresDimension.Role => [CodeIn(record, dimension)],
    };

    // The parts of a hidden whole stay hidden too: together they would give it away.
    private static List<TotalsTable> Nested(
        IReadOnlyList<QuasiRecord> records, List<TotalsTable> tables, FiguresDimension whole, FiguresDimension part, int k)
    {
        var shown = tables.Single(table => table.Dimension == whole).Rows.Select(row => row.Code).ToHashSet();
        shown.Remove(Codes.NotKnown);
        return [.. records
            .GroupBy(record => CodeIn(record, whole), StringComparer.Ordinal)
            .Where(group => shown.Contains(group.Key))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Table(part, group.Key, group.Select(record => CodeIn(record, part)), k))];
    }

    private static string CodeIn(QuasiRecord record, FiguresDimension dimension)
    {
        var (hierarchy, level) = Place(dimension)!.Value;
        return record.Code(hierarchy, level);
    }

    private static TotalsTable Table(FiguresDimension dimension, string? parent, IEnumerable<string> codes, int k)
    {
        var safe = SuppressedTable.Of(codes, k);
        return new TotalsTable { Dimension = dimension, ParentCode = parent, Rows = safe.Rows, NotShown = safe.NotShown };
    }
}
