using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>Endings other than an adviser's wrap-up: no enquiry, a blocked number, a supervisor.</summary>
public sealed partial class Contact
{
    /// <summary>The disposition of a call from a blocked number.</summary>
    public const string BlockedCode = "blocked";

    /// <summary>Whether there was no enquiry (silent, hoax, blocked and the like): left out of what is said of advice given.</summary>
    public bool IsNonData { get; private set; }

    /// <summary>There was no enquiry: the contact is recorded and closed in one step, without wrap-up.</summary>
    public void CloseWithoutEnquiry(string dispositionCode, ProcessContext by, DateTime now)
    {
        if (Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
        {
            throw new RuleBrokenException("contact.not-with-adviser");
        }

        IsNonData = true;
        CloseAs(dispositionCode, by, now);
    }

    /// <summary>A supervisor closes a wrap-up that its adviser does not finish; what the adviser chose already stands.</summary>
    public void CloseForAdviser(string dispositionCode, bool nonData, ProcessContext by, DateTime now)
    {
        Require(ContactStatus.WrapUp, "contact.not-in-wrap-up");
        IsNonData = DispositionCode is null ? nonData : IsNonData;
        CloseAs(DispositionCode ?? dispositionCode, by, now);
    }

    /// <summary>The number is blocked: nobody is asked, and it is recorded as that.</summary>
    public void TurnAway(DateTime now)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        if (JoinedAt is not null)
        {
            throw new RuleBrokenException("contact.in-queue");
        }

        IsNonData = true;
        CloseAs(BlockedCode, ProcessContext.System, now);
    }

    /// <summary>Notes what became of a block of the enquirer's number; allowed whatever its status.</summary>
    public void NoteBlock(string what, ProcessContext by, DateTime now) =>
        Raise(new BlockChanged { At = now, ContactId = Id, By = by, Code = what });

    private void CloseAs(string dispositionCode, ProcessContext by, DateTime now)
    {
        if (EndedAt is null)
        {
            EndedAt = now;
            Raise(new ConversationEnded { At = now, ContactId = Id, By = by });
        }

        DispositionCode = dispositionCode;
        Status = ContactStatus.Closed;
        ClosedAt = now;
        Raise(new ContactClosed { At = now, ContactId = Id, By = by, Code = dispositionCode });
    }
}
