namespace Helpline.Knowledge.Taxonomy;

/// <summary>A coded outcome, one of which is chosen in wrap-up.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">What people read.</param>
/// <param name="NonData">Whether there was no enquiry: such a contact is left out of what is said of advice given.</param>
/// <param name="Reserved">Whether it is not for an adviser to choose: Helpline or a supervisor records it.</param>
public sealed record Outcome(string Id, string Label, bool NonData = false, bool Reserved = false);
