namespace Helpline.Knowledge.Taxonomy;

/// <summary>Who is contacting us.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">What people read.</param>
/// <param name="Note">What the adviser should bear in mind; null when nothing.</param>
public sealed record EnquirerRole(string Id, string Label, string? Note);
