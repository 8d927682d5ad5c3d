using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Legs;
using Helpline.Core.Routing;

namespace Helpline.Core.Contacts;

/// <summary>Others on the call: a colleague asked in or taking over, a supervisor, and the wish for one.</summary>
public sealed partial class Contact
{
    /// <summary>Since when the adviser wishes a supervisor would come, UTC; null when they do not.</summary>
    public DateTime? HelpWantedSince { get; private set; }

    /// <summary>A colleague is asked in.</summary>
    public void AskIn(Offer offer, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        RaiseMade(offer, now, ProcessContext.System);
        NoteConsult("asked", offer.AdviserId, now);
    }

    /// <summary>The colleague comes.</summary>
    public void AcceptConsult(Offer offer, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        RaiseOfferEnded(offer, now);
    }

    /// <summary>Notes how it went with a colleague who was asked.</summary>
    public void NoteConsult(string code, AdviserId colleague, DateTime now) =>
        Raise(new ConsultChanged { At = now, ContactId = Id, By = ProcessContext.By(colleague), Code = code });

    /// <summary>Notes how it went with an interpreter or a local service that was rung.</summary>
    public void NoteOutside(string code, DateTime now) =>
        Raise(new OutsideChanged { At = now, ContactId = Id, By = ByAdviser(), Code = code });

    /// <summary>The colleague in the room has the contact from now on.</summary>
    public void HandOver(AdviserId colleague, ProcessContext by, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        AdviserId = colleague;
        AnsweredBy = colleague;
        HelpWantedSince = null;
        Raise(new ContactTransferred { At = now, ContactId = Id, By = by, Code = "warm" });
    }

    /// <summary>
    /// The adviser passes the call on without waiting: back into the queue at its old place, for <paramref name="colleague"/> alone
    /// until <paramref name="until"/>, or with the skill of another topic group. The adviser is not asked about it again for a while.
    /// </summary>
    public void PassOn(AdviserId? colleague, string? topicGroupId, DateTime until, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        Raise(new ContactTransferred { At = now, ContactId = Id, By = ByAdviser(), Code = colleague is null ? "to-queue" : "to-adviser" });
        Status = ContactStatus.Waiting;
        HandedBackBy = AdviserId;
        HandedBackAt = now;
        PreferredAdviserId = colleague;
        PreferredUntil = colleague is null ? null : until;
        AdviserId = null;
        HelpWantedSince = null;
        if (topicGroupId is not null && topicGroupId != TopicGroupId)
        {
            SetTopic(null, topicGroupId);
        }

        Raise(new ContactJoinedQueue { At = now, ContactId = Id, By = ProcessContext.System, Code = "transferred" });
    }

    /// <summary>Notes what a supervisor does on the call from now on; null: is there no more.</summary>
    public void NoteMonitor(MonitorMode? mode, AdviserId supervisor, DateTime now)
    {
        if (mode is MonitorMode.Whisper or MonitorMode.Join)
        {
            HelpWantedSince = null;
        }

        Raise(new MonitorChanged { At = now, ContactId = Id, By = ProcessContext.By(supervisor), Code = CodeOf(mode) });
    }

    /// <summary>Notes that a supervisor who was coming is on the call, so that the adviser's page says so.</summary>
    public void NoteMonitorInRoom(AdviserId supervisor, DateTime now) =>
        Raise(new MonitorChanged { At = now, ContactId = Id, By = ProcessContext.By(supervisor), Code = "in-room" });

    /// <summary>The adviser wishes a supervisor would come, or does so no more.</summary>
    public void WantHelp(bool wanted, DateTime now)
    {
        Require(ContactStatus.InProgress, "contact.not-in-progress");
        HelpWantedSince = wanted ? HelpWantedSince ?? now : null;
        Raise(new HelpWanted { At = now, ContactId = Id, By = ByAdviser(), Code = wanted ? "wanted" : "withdrawn" });
    }

    /// <summary>Notes that the caller agreed to a recording, or what became of it.</summary>
    public void NoteRecording(string code, ProcessContext by, DateTime now) =>
        Raise(new RecordingChanged { At = now, ContactId = Id, By = by, Code = code });

    private static string CodeOf(MonitorMode? mode) => mode switch
    {
        MonitorMode.Listen => "listen",
        MonitorMode.Whisper => "whisper",
        MonitorMode.Join => "join",
        null => "ended",
    };
}
