using Helpline.Core.Advisers;
using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>What a supervisor changes about a contact that waits.</summary>
public sealed partial class Contact
{
    /// <summary>Raises or lowers what is at stake; the code of the reason stays on the timeline.</summary>
    public void MoveTo(PriorityClass priority, string reason, ProcessContext by, DateTime now)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        Priority = priority;
        Raise(new PriorityMoved { At = now, ContactId = Id, By = by, Code = $"{CodeOf(priority)}:{reason}" });
    }

    /// <summary>Keeps the contact for one adviser for a while; null gives it back to everybody.</summary>
    public void ReserveFor(AdviserId? adviserId, DateTime? until, ProcessContext by, DateTime now)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        PreferredAdviserId = adviserId;
        PreferredUntil = adviserId is null ? null : until;
        Raise(new ContactReserved { At = now, ContactId = Id, By = by, Code = adviserId is null ? "released" : "reserved" });
    }

    private static string CodeOf(PriorityClass priority) => priority switch
    {
        PriorityClass.Safeguarding => "safeguarding",
        PriorityClass.Deadline => "deadline",
        PriorityClass.Standard => "standard",
    };
}
