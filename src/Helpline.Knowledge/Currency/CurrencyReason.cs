namespace Helpline.Knowledge.Currency;

/// <summary>One reason why something is not green.</summary>
/// <param name="Kind">What the reason is.</param>
/// <param name="Because">The node that causes it: itself, or what it cites.</param>
/// <param name="On">The day since which it holds; null when that is not known.</param>
/// <param name="Words">The reason in a sentence, for advisers and editors.</param>
public sealed record CurrencyReason(CurrencyReasonKind Kind, NodeId Because, DateOnly? On, string Words);
