using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Routing;

namespace Helpline.Core.Contacts;

/// <summary>
/// One communication with one person on one channel, from arrival to close: the unit we route, record and count.
/// All moments are UTC. A change that its status does not allow throws <see cref="RuleBrokenException"/>.
/// </summary>
public sealed partial class Contact : Entity
{
    private Contact()
    {
    }

    /// <summary>Names the contact.</summary>
    public ContactId Id { get; private init; }

    /// <summary>How it arrived; a call whose caller keeps their place becomes a callback.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Where it stands.</summary>
    public ContactStatus Status { get; private set; }

    /// <summary>What is at stake.</summary>
    public PriorityClass Priority { get; private set; } = PriorityClass.Standard;

    /// <summary>Whether it is a conversation by phone: a call, or one we promised to make; not a voicemail or a written question.</summary>
    public bool IsLive { get; private set; }

    /// <summary>When it reached us.</summary>
    public DateTime ArrivedAt { get; private init; }

    /// <summary>When it first joined the queue; kept when it is re-queued. Null while a caller is still in the flow.</summary>
    public DateTime? JoinedAt { get; private set; }

    /// <summary>When a written reply is promised by; null for a call.</summary>
    public DateTime? ReplyDueAt { get; private set; }

    /// <summary>When enquirer and adviser could first talk, or the adviser took the enquiry.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>When the conversation ended, or the enquirer gave up.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>When the time allowed for wrap-up is over.</summary>
    public DateTime? WrapUpEndsAt { get; private set; }

    /// <summary>When it was closed.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>The adviser who has it.</summary>
    public AdviserId? AdviserId { get; private set; }

    /// <summary>The adviser who last talked with the caller; kept when the line is lost.</summary>
    public AdviserId? AnsweredBy { get; private set; }

    /// <summary>The adviser to ask first: after a lost line or an absence, or because they spoke with the enquirer lately.</summary>
    public AdviserId? PreferredAdviserId { get; private set; }

    /// <summary>
    /// Until when only <see cref="PreferredAdviserId"/> is offered it; written work only while that adviser is present. Null, or past: nothing
    /// waits for that adviser, who is only chosen among those who are free.
    /// </summary>
    public DateTime? PreferredUntil { get; private set; }

    /// <summary>Whether a voicemail, not a conversation, is the contact.</summary>
    public bool IsVoicemail { get; private set; }

    /// <summary>A call that has just reached us; it is in the flow, not yet in the queue.</summary>
    public static Contact ArriveByVoice(DateTime now)
    {
        var contact = new Contact { Id = ContactId.New(), Channel = Channel.Voice, IsLive = true, ArrivedAt = now };
        contact.Raise(new ContactArrived { At = now, ContactId = contact.Id, By = ProcessContext.Enquirer });
        return contact;
    }

    /// <summary>A question written on the public site; it joins the queue at once.</summary>
    /// <param name="now">The moment of arrival.</param>
    /// <param name="replyDueAt">When a reply is promised by.</param>
    public static Contact ArriveByEnquiry(DateTime now, DateTime replyDueAt)
    {
        var contact = new Contact
        {
            Id = ContactId.New(),
            Channel = Channel.Enquiry,
            ArrivedAt = now,
            JoinedAt = now,
            ReplyDueAt = replyDueAt,
        };
        contact.Raise(new ContactArrived { At = now, ContactId = contact.Id, By = ProcessContext.Enquirer });
        contact.Raise(new ContactJoinedQueue { At = now, ContactId = contact.Id, By = ProcessContext.Enquirer });
        return contact;
    }

    /// <summary>The caller leaves the flow for the queue. Joining twice changes nothing.</summary>
    public void JoinQueue(DateTime now)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        if (JoinedAt is not null)
        {
            return;
        }

        JoinedAt = now;
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.Enquirer });
    }

    /// <summary>Notes who spoke with the enquirer before: chosen if they are free when its turn comes, and never waited for. Null for nobody.</summary>
    public void AskAgain(AdviserId? adviserId)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        PreferredAdviserId = adviserId;
        PreferredUntil = null;
    }

    /// <summary>Notes that the caller begins to leave a message; their call says so, and a router that has just chosen the contact learns that it came too late.</summary>
    public void BeginMessage(DateTime now)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        Raise(new MessageBegun { At = now, ContactId = Id, By = ProcessContext.Enquirer });
    }

    /// <summary>
    /// The caller left a message instead of waiting; the message joins the queue as written work does. The news of the message may
    /// come after that of the hang-up, so an abandoned contact comes back for it.
    /// </summary>
    public void BecomeVoicemail(DateTime now, DateTime replyDueAt)
    {
        if (Status is not (ContactStatus.Waiting or ContactStatus.Abandoned))
        {
            throw new RuleBrokenException("contact.not-waiting");
        }

        Status = ContactStatus.Waiting;
        EndedAt = null;
        ClosedAt = null;
        IsLive = false;
        IsVoicemail = true;
        ArrangingCallback = false;
        ReplyDueAt = replyDueAt;
        JoinedAt ??= now;
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.Enquirer, Code = "voicemail" });
    }

    /// <summary>Presents the contact to one adviser, who may have asked for the next.</summary>
    public void Offer(Offer offer, DateTime now, bool byHand = false)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        Status = ContactStatus.Offered;
        RaiseMade(offer, now, byHand ? ProcessContext.By(offer.AdviserId) : ProcessContext.System);
    }

    /// <summary>
    /// The offer came to nothing: back into the queue, at the place of the moment it first joined. A call that a colleague was asked into
    /// stays with its adviser.
    /// </summary>
    public void OfferFell(Offer offer, DateTime now)
    {
        if (offer.Purpose == OfferPurpose.Consult)
        {
            RaiseOfferEnded(offer, now);
            NoteConsult("not-taken", offer.AdviserId, now);
            return;
        }

        Require(ContactStatus.Offered, "contact.not-offered");
        Status = ContactStatus.Waiting;
        if (PreferredAdviserId == offer.AdviserId && offer.Status is OfferStatus.Declined or OfferStatus.TimedOut)
        {
            // They were asked first and did not take it: nothing is gained by waiting for them.
            PreferredAdviserId = null;
            PreferredUntil = null;
        }

        RaiseOfferEnded(offer, now);
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.System, Code = "re-queued" });
    }

    /// <summary>The adviser took the offer. A written contact is answered by that; a call when the lines are joined.</summary>
    public void Accept(Offer offer, DateTime now)
    {
        Require(ContactStatus.Offered, "contact.not-offered");
        Status = ContactStatus.InProgress;
        AdviserId = offer.AdviserId;
        PreferredAdviserId = null;
        PreferredUntil = null;
        RaiseOfferEnded(offer, now);
        if (!IsLive)
        {
            Answer(now);
        }
    }

    /// <summary>Enquirer and adviser can talk. The first such moment counts.</summary>
    public void Answer(DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        AnsweredAt ??= now;
        AnsweredBy = AdviserId;
        Raise(new ContactAnswered { At = now, ContactId = Id, By = ByAdviser() });
    }

    /// <summary>
    /// The adviser's line never came up, or was lost: back into the queue at the old place. Until <paramref name="preferUntil"/>
    /// the same adviser is asked first (none when null).
    /// </summary>
    public void Interrupt(DateTime now, DateTime? preferUntil)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        Status = ContactStatus.Waiting;
        PreferredAdviserId = preferUntil is null ? null : AdviserId;
        PreferredUntil = preferUntil;
        AdviserId = null;
        HelpWantedSince = null;
        Raise(new ContactInterrupted { At = now, ContactId = Id, By = ProcessContext.System });
        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.System, Code = "interrupted" });
    }

    /// <summary>
    /// The caller had talked with an adviser, lost the line, and went before it was back: a conversation took place, so it is recorded
    /// by the adviser who talked.
    /// </summary>
    public void EndInterrupted(DateTime now, TimeSpan allowed)
    {
        if (!WasInterrupted)
        {
            throw new RuleBrokenException("contact.not-interrupted");
        }

        Status = ContactStatus.WrapUp;
        AdviserId = AnsweredBy;
        PreferredAdviserId = null;
        PreferredUntil = null;
        EndedAt = now;
        WrapUpEndsAt = now + allowed;
        Raise(new ConversationEnded { At = now, ContactId = Id, By = ProcessContext.Enquirer, Code = "while-interrupted" });
    }

    /// <summary>Whether caller and adviser have talked and the conversation is not over, wherever the contact stands now.</summary>
    public bool WasInterrupted =>
        IsLive && AnsweredBy is not null && Status is ContactStatus.Waiting or ContactStatus.Offered or ContactStatus.InProgress;

    /// <summary>The adviser can begin to record only now: the time for wrap-up runs from here.</summary>
    public void AllowWrapUp(DateTime now, TimeSpan allowed)
    {
        Require(ContactStatus.WrapUp, "contact.not-in-wrap-up");
        WrapUpEndsAt = now + allowed;
    }

    /// <summary>Notes that the enquirer was put on hold or taken off it.</summary>
    public void NoteHold(bool onHold, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        Raise(new HoldChanged { At = now, ContactId = Id, By = ByAdviser(), Code = onHold ? "held" : "resumed" });
    }

    /// <summary>Notes that a written answer was put aside for a call, or taken up again.</summary>
    public void NoteParked(bool parked, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        Raise(new DraftParked { At = now, ContactId = Id, By = ByAdviser(), Code = parked ? "parked" : "resumed" });
    }

    /// <summary>The conversation is over; the adviser has <paramref name="allowed"/> to record it.</summary>
    public void EndConversation(DateTime now, TimeSpan allowed, ProcessContext by)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        Status = ContactStatus.WrapUp;
        EndedAt = now;
        WrapUpEndsAt = now + allowed;
        HelpWantedSince = null;
        Raise(new ConversationEnded { At = now, ContactId = Id, By = by });
    }

    /// <summary>The adviser asks for more time to record; allowed once, as the second call throws.</summary>
    public void ExtendWrapUp(TimeSpan more)
    {
        Require(ContactStatus.WrapUp, "contact.not-in-wrap-up");
        if (WrapUpExtended)
        {
            throw new RuleBrokenException("contact.wrap-up-extended-already");
        }

        WrapUpExtended = true;
        WrapUpEndsAt += more;
    }

    /// <summary>Whether the time for wrap-up was extended.</summary>
    public bool WrapUpExtended { get; private set; }

    /// <summary>Done. A disposition must have been recorded.</summary>
    public void Close(DateTime now)
    {
        Require(ContactStatus.WrapUp, "contact.not-in-wrap-up");
        if (DispositionCode is null)
        {
            throw new RuleBrokenException("contact.disposition-missing");
        }

        Status = ContactStatus.Closed;
        ClosedAt = now;
        Raise(new ContactClosed { At = now, ContactId = Id, By = ByAdviser(), Code = DispositionCode });
    }

    /// <summary>The enquirer gave up before anyone answered.</summary>
    public void Abandon(DateTime now)
    {
        if (Status is not (ContactStatus.Waiting or ContactStatus.Offered or ContactStatus.InProgress))
        {
            throw new RuleBrokenException("contact.not-waiting");
        }

        Status = ContactStatus.Abandoned;
        AdviserId = null;
        EndedAt = now;
        ClosedAt = now;
        Raise(new ContactAbandoned { At = now, ContactId = Id, By = ProcessContext.Enquirer, Code = JoinedAt is null ? "in-flow" : "in-queue" });
    }

    /// <summary>Notes that the caller who had given up was rung back.</summary>
    public void NoteRungBack(bool reached, ProcessContext by, DateTime now)
    {
        Require(ContactStatus.Abandoned, "contact.not-abandoned");
        Raise(new RungBack { At = now, ContactId = Id, By = by, Code = reached ? RungBack.Reached : RungBack.NoAnswer });
    }

    /// <summary>An offer for it was withdrawn because the enquirer has gone.</summary>
    internal void RaiseOfferEnded(Offer offer, DateTime now) => Raise(new OfferEnded
    {
        At = now,
        ContactId = Id,
        OfferId = offer.Id,
        AdviserId = offer.AdviserId,
        Outcome = offer.Status,
        By = offer.Status is OfferStatus.Accepted or OfferStatus.Declined ? ProcessContext.By(offer.AdviserId) : ProcessContext.System,
        Code = offer.Status.ToString(),
    });

    private void RaiseMade(Offer offer, DateTime now, ProcessContext by) => Raise(new OfferMade
    {
        At = now,
        ContactId = Id,
        OfferId = offer.Id,
        AdviserId = offer.AdviserId,
        ExpiresAt = offer.ExpiresAt,
        Channel = Channel,
        Topic = TopicId ?? TopicGroupId,
        Authority = AuthorityCode,
        WaitedSeconds = (int)(now - (JoinedAt ?? ArrivedAt)).TotalSeconds,
        By = by,
    });

    private ProcessContext ByAdviser() => AdviserId is { } id ? ProcessContext.By(id) : ProcessContext.System;

    private void Require(ContactStatus status, string rule)
    {
        if (Status != status)
        {
            throw new RuleBrokenException(rule);
        }
    }
}
