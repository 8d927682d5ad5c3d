namespace Helpline.Analytics.Figures;

/// <summary>The anonymised figures managers read. Nothing here ever held a person.</summary>
public interface IFiguresQueries
{
    /// <summary>
    /// Contacts by one dimension and week. With <paramref name="parentCode"/> only the topics of that group, or the
    /// authorities of that region.
    /// </summary>
    Task<FiguresTable> ContactsAsync(
        FiguresDimension dimension, FiguresPeriod period, string? parentCode, CancellationToken cancellationToken);

    /// <summary>Satisfaction by one dimension and week, against the standard (80%) and the target (90%).</summary>
    Task<SatisfactionTable> SatisfactionAsync(
        SatisfactionDimension dimension, FiguresPeriod period, CancellationToken cancellationToken);

    /// <summary>
    /// The combinations that enough contacts share, at whatever detail they could be published, the largest first.
    /// </summary>
    Task<IReadOnlyList<CombinationFigure>> CombinationsAsync(
        FiguresPeriod period, int top, CancellationToken cancellationToken);
}
