using Helpline.Core.Advisers;
using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>Something that must be done by a day, as it followed from the contact's event dates when they were entered.</summary>
public sealed class ContactDuty
{
    /// <summary>Longest id of a duty, in characters.</summary>
    public const int DutyIdLength = 100;

    /// <summary>Names the row.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The contact.</summary>
    public ContactId ContactId { get; internal init; }

    /// <summary>Which time limit, and which step of it.</summary>
    public string DutyId { get; internal init; } = "";

    /// <summary>The last day, in England.</summary>
    public DateOnly DueOn { get; internal set; }

    /// <summary>Whether law or a Tribunal's direction lays it down; only then does it raise the contact's class.</summary>
    public bool IsBinding { get; internal set; }

    /// <summary>When it was ticked off, UTC; null while it is open.</summary>
    public DateTime? DoneAt { get; internal set; }

    /// <summary>Who ticked it off.</summary>
    public AdviserId? DoneBy { get; internal set; }
}
