using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>Written work that goes back to the queue. It keeps the moment it first joined, its record and its draft.</summary>
public sealed partial class Contact
{
    /// <summary>The adviser who handed it back last; they are not asked again for a while. Null when nobody did.</summary>
    public Advisers.AdviserId? HandedBackBy { get; private set; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? HandedBackAt { get; private set; }

    /// <summary>The adviser hands the written contact back.</summary>
    public void HandBack(DateTime now)
    {
        RequireWrittenWork();
        HandedBackBy = AdviserId;
        HandedBackAt = now;
        Raise(new ContactHandedBack { At = now, ContactId = Id, By = ByAdviser(), Code = "by-adviser" });
        ReturnToQueue(now);
    }

    /// <summary>
    /// The adviser has been absent too long. While they are back before the reply is due they are asked first, however long others
    /// have been idle.
    /// </summary>
    public void ReturnFromAbsent(DateTime now)
    {
        RequireWrittenWork();
        PreferredAdviserId = AdviserId;
        PreferredUntil = ReplyDueAt;
        Raise(new ContactHandedBack { At = now, ContactId = Id, By = ProcessContext.System, Code = "adviser-absent" });
        ReturnToQueue(now);
    }

    /// <summary>Notes that a mail about it could not be sent; allowed whatever its status, as the mail follows the answer.</summary>
    public void NoteMailNotDelivered(string reason, DateTime now) =>
        Raise(new MailNotDelivered { At = now, ContactId = Id, By = ProcessContext.System, Code = reason });

    private void ReturnToQueue(DateTime now)
    {
        Status = ContactStatus.Waiting;
        AdviserId = null;

        // Taking written work up was not yet an answer, so the wait goes on.
        AnsweredAt = null;
        AnsweredBy = null;
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.System, Code = "handed-back" });
    }

    private void RequireWrittenWork()
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        if (IsLive)
        {
            throw new RuleBrokenException("contact.not-written");
        }
    }
}
