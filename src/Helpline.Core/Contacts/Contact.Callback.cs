using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>
/// A caller who keeps their place and is rung back. The contact stays in the one queue at the moment it first joined, with nobody on the
/// line; it is voice work as any call is (<see cref="IsLive"/>): no reserve holds it back, and it may interrupt a draft.
/// </summary>
public sealed partial class Contact
{
    /// <summary>The disposition of a caller whom we rang in vain.</summary>
    public const string NotReached = "not-reached";

    /// <summary>Whether the caller is telling us which number to ring. Until that is settled nobody is offered the contact.</summary>
    public bool ArrangingCallback { get; private set; }

    /// <summary>The number to ring, in E.164; encrypted. While arranging, the one keyed in last.</summary>
    public string? CallbackNumber { get; private set; }

    /// <summary>Not offered before this, UTC; null when no callback is promised.</summary>
    public DateTime? CallbackDueAt { get; private set; }

    /// <summary>How often we rang in vain.</summary>
    public int CallbackMisses { get; private set; }

    /// <summary>The contact that took over this one's place, when the caller rang again.</summary>
    public ContactId? RegainedBy { get; private set; }

    /// <summary>The caller asks to keep their place. The contact is not offered while they say which number to ring.</summary>
    public void ArrangeCallback()
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        ArrangingCallback = true;
        CallbackNumber = null;
    }

    /// <summary>Keeps the number that was keyed in, until the caller confirms it.</summary>
    public void ProposeCallback(string number)
    {
        RequireArranging();
        CallbackNumber = number;
    }

    /// <summary>The caller stays on the line after all, in the place they have.</summary>
    public void DropCallback(DateTime now)
    {
        RequireArranging();
        ArrangingCallback = false;
        CallbackNumber = null;
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.Enquirer, Code = "stays-on-line" });
    }

    /// <summary>We promise to ring; the place is kept.</summary>
    public void PromiseCallback(string number, DateTime dueAt, DateTime now)
    {
        RequireArranging();
        ArrangingCallback = false;
        Channel = Channel.Callback;
        CallbackNumber = number;
        CallbackDueAt = dueAt;
        Raise(new CallbackPromised { At = now, ContactId = Id, By = ProcessContext.Enquirer });
    }

    /// <summary>The caller has hung up: their turn may come at once.</summary>
    public void AllowCallback(DateTime now)
    {
        if (Status == ContactStatus.Waiting && CallbackMisses == 0 && CallbackDueAt > now)
        {
            CallbackDueAt = now;
        }
    }

    /// <summary>The adviser is on the line, and the caller is about to be rung: whoever looks at the contact is told.</summary>
    public void NoteCallbackRinging(DateTime now) =>
        Raise(new CallbackRinging { At = now, ContactId = Id, By = ByAdviser() });

    /// <summary>We rang in vain, and shall ring again: back into the queue, at the old place.</summary>
    /// <param name="code">What became of the ringing.</param>
    /// <param name="counts">Whether it was the caller's telephone that did not answer.</param>
    /// <param name="dueAt">When we ring again, UTC.</param>
    /// <param name="now">The moment, UTC.</param>
    public void MissCallback(string code, bool counts, DateTime dueAt, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        RaiseMissed(code, counts, now);
        Status = ContactStatus.Waiting;
        AdviserId = null;
        CallbackDueAt = dueAt;
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.System, Code = "callback-missed" });
    }

    /// <summary>We rang in vain for the last time.</summary>
    public void CloseNotReached(string code, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        RaiseMissed(code, counts: true, now);
        Status = ContactStatus.Closed;
        AdviserId = null;
        DispositionCode = NotReached;
        EndedAt = now;
        ClosedAt = now;
        Raise(new ContactClosed { At = now, ContactId = Id, By = ProcessContext.System, Code = NotReached });
    }

    /// <summary>The caller rang again: their new call has the place. A callback that is still promised is withdrawn.</summary>
    public void YieldPlace(ContactId to, DateTime now)
    {
        if (RegainedBy is not null)
        {
            throw new RuleBrokenException("contact.regained-already");
        }

        if (Status is ContactStatus.Waiting or ContactStatus.Offered)
        {
            Status = ContactStatus.Abandoned;
            EndedAt = now;
            ClosedAt = now;
        }
        else if (Status != ContactStatus.Abandoned && DispositionCode != NotReached)
        {
            throw new RuleBrokenException("contact.place-not-free");
        }

        RegainedBy = to;
        Raise(new PlaceRegained { At = now, ContactId = Id, By = ProcessContext.Enquirer });
    }

    /// <summary>Joins the queue at the place of an earlier call of the same caller, with what was said then.</summary>
    public void TakePlaceOf(Contact earlier, DateTime now)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        if (JoinedAt is not null)
        {
            throw new RuleBrokenException("contact.joined-already");
        }

        JoinedAt = earlier.JoinedAt;
        Priority = earlier.Priority;
        TopicId ??= earlier.TopicId;
        TopicGroupId ??= earlier.TopicGroupId;
        AuthorityCode ??= earlier.AuthorityCode;
        RegionCode ??= earlier.RegionCode;
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.Enquirer, Code = "regained" });
    }

    private void RaiseMissed(string code, bool counts, DateTime now)
    {
        CallbackMisses += counts ? 1 : 0;
        Raise(new CallbackMissed { At = now, ContactId = Id, By = ByAdviser(), Code = code });
    }

    private void RequireArranging()
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        if (!ArrangingCallback)
        {
            throw new RuleBrokenException("contact.not-arranging-callback");
        }
    }
}
