namespace Helpline.Knowledge.Currency;

/// <summary>Something that editors have recorded about a node since the content was written. Of two of the same day the later in the list counts as the later.</summary>
/// <param name="Node">The node.</param>
/// <param name="Kind">What was recorded.</param>
/// <param name="On">The day in England from which it holds.</param>
public sealed record LegalMark(NodeId Node, LegalMarkKind Kind, DateOnly On);
