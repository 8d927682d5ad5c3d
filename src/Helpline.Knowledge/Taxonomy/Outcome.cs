namespace Helpline.Knowledge.Taxonomy;

/// <summary>A coded outcome, one of which is chosen in wrap-up.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">What people read.</param>
public sealed record Outcome(string Id, string Label);
