namespace Helpline.Knowledge.Taxonomy;

/// <summary>Where the family is in the process.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">What people read.</param>
/// <param name="Order">Position in the process, from 1.</param>
public sealed record Stage(string Id, string Label, int Order);
