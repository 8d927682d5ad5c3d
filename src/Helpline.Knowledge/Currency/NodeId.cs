namespace Helpline.Knowledge.Currency;

/// <summary>Names a node of the legal-currency graph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, or an article's slug.</param>
public readonly record struct NodeId(NodeKind Kind, string Id);
