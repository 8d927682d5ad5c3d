namespace Helpline.Core.Hours;

/// <summary>A span of opening on the clock in London, within one day.</summary>
/// <param name="From">When it starts.</param>
/// <param name="To">When it ends; no longer open at this time.</param>
public readonly record struct Shift(TimeOnly From, TimeOnly To);
