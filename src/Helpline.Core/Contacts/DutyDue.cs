namespace Helpline.Core.Contacts;

/// <summary>A duty with its last day, worked out by whoever knows the time limits; Core does not.</summary>
/// <param name="DutyId">Which time limit, and which step of it.</param>
/// <param name="DueOn">The last day, in England.</param>
/// <param name="IsBinding">Whether law or a Tribunal's direction lays it down.</param>
public sealed record DutyDue(string DutyId, DateOnly DueOn, bool IsBinding);
