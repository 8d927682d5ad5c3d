using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Routing;

namespace Helpline.Core.Contacts;

/// <summary>A fact about one contact.</summary>
public abstract record ContactDomainEvent : DomainEvent
{
    /// <summary>Which contact.</summary>
    public required ContactId ContactId { get; init; }

    /// <summary>Who did it.</summary>
    public ProcessContext By { get; init; }

    /// <summary>A code that says more, such as a disposition or an outcome; never free text.</summary>
    public string? Code { get; init; }

    /// <summary>The contact's version as committed; set when it is saved.</summary>
    public long Version { get; internal set; }

    /// <summary>The adviser who has the contact, as committed; set when it is saved.</summary>
    public AdviserId? Owner { get; internal set; }
}

/// <summary>The contact reached us.</summary>
public sealed record ContactArrived : ContactDomainEvent;

/// <summary>The contact joined, or came back to, the queue.</summary>
public sealed record ContactJoinedQueue : ContactDomainEvent;

/// <summary>The contact was presented to one adviser.</summary>
public sealed record OfferMade : ContactDomainEvent
{
    /// <summary>The offer.</summary>
    public required OfferId OfferId { get; init; }

    /// <summary>The adviser it is for.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>When it lapses, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>How the contact arrived.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The topic or its group, where known.</summary>
    public string? Topic { get; init; }

    /// <summary>The authority, where known (GSS code).</summary>
    public string? Authority { get; init; }

    /// <summary>Whole seconds since it first joined the queue.</summary>
    public required int WaitedSeconds { get; init; }
}

/// <summary>The offer was accepted, declined, missed or withdrawn; the code says which.</summary>
public sealed record OfferEnded : ContactDomainEvent
{
    /// <summary>The offer.</summary>
    public required OfferId OfferId { get; init; }

    /// <summary>The adviser it was for.</summary>
    public required AdviserId AdviserId { get; init; }

    /// <summary>How it ended.</summary>
    public required OfferStatus Outcome { get; init; }
}

/// <summary>Enquirer and adviser can talk, or the adviser began the written answer.</summary>
public sealed record ContactAnswered : ContactDomainEvent;

/// <summary>The line to the adviser was lost; the caller waits for the same or another adviser.</summary>
public sealed record ContactInterrupted : ContactDomainEvent;

/// <summary>Written work went back to the queue: handed back, or its adviser was absent too long; the code says which.</summary>
public sealed record ContactHandedBack : ContactDomainEvent;

/// <summary>A mail about the contact could not be sent and will not be tried again; the code says why.</summary>
public sealed record MailNotDelivered : ContactDomainEvent;

/// <summary>A text of the enquirer came in.</summary>
public sealed record TextReceived : ContactDomainEvent;

/// <summary>A text was written to the enquirer; the code says what for.</summary>
public sealed record TextWritten : ContactDomainEvent;

/// <summary>A text has reached the handset; the code says what it was for.</summary>
public sealed record TextDelivered : ContactDomainEvent;

/// <summary>A text will never be delivered; the code says why.</summary>
public sealed record TextNotDelivered : ContactDomainEvent;

/// <summary>A written answer was put aside for a call, or taken up again; the code says which.</summary>
public sealed record DraftParked : ContactDomainEvent;

/// <summary>The enquirer was put on hold or taken off it; the code says which.</summary>
public sealed record HoldChanged : ContactDomainEvent;

/// <summary>A colleague was asked into the call, came, did not take it or went; the code says which, and By is the colleague.</summary>
public sealed record ConsultChanged : ContactDomainEvent;

/// <summary>An interpreter or a local service was rung, answered, did not answer, or went; the code says which.</summary>
public sealed record OutsideChanged : ContactDomainEvent;

/// <summary>The call went to a colleague who was in the room, or back to the queue for one; the code says which.</summary>
public sealed record ContactTransferred : ContactDomainEvent;

/// <summary>A supervisor is to listen, whisper or join, is in the room, or is gone; the code says which.</summary>
public sealed record MonitorChanged : ContactDomainEvent;

/// <summary>The adviser wishes a supervisor would come, or no longer; the code says which.</summary>
public sealed record HelpWanted : ContactDomainEvent;

/// <summary>The caller agreed to a recording, or it was paused, resumed, stopped or deleted; the code says which.</summary>
public sealed record RecordingChanged : ContactDomainEvent;

/// <summary>The conversation is over; wrap-up begins.</summary>
public sealed record ConversationEnded : ContactDomainEvent;

/// <summary>The record of the contact was changed: topic, place, notes, citations.</summary>
public sealed record ContactRecorded : ContactDomainEvent;

/// <summary>The date of an event that starts a statutory clock was entered, changed or taken back; the code is the event.</summary>
public sealed record EventDateEntered : ContactDomainEvent;

/// <summary>Its adviser booked a call for the enquirer.</summary>
public sealed record CallBooked : ContactDomainEvent;

/// <summary>A duty was ticked off or opened again; the code is the duty.</summary>
public sealed record DutyTicked : ContactDomainEvent;

/// <summary>The contact is recorded and done.</summary>
public sealed record ContactClosed : ContactDomainEvent;

/// <summary>The enquirer ended the contact while waiting.</summary>
public sealed record ContactAbandoned : ContactDomainEvent;

/// <summary>A caller who had given up was rung back; the code says whether they were reached.</summary>
public sealed record RungBack : ContactDomainEvent
{
    /// <summary>The code where they were reached.</summary>
    public const string Reached = "reached";

    /// <summary>The code where nobody answered.</summary>
    public const string NoAnswer = "no-answer";
}

/// <summary>The caller has begun to leave a message instead of waiting. Nobody is offered the contact until it is known whether they did.</summary>
public sealed record MessageBegun : ContactDomainEvent;

/// <summary>A waiting caller keeps their place and is to be rung back.</summary>
public sealed record CallbackPromised : ContactDomainEvent;

/// <summary>The adviser of a callback is on the line, and the caller is being rung.</summary>
public sealed record CallbackRinging : ContactDomainEvent;

/// <summary>A caller was rung back and not reached; the code says how.</summary>
public sealed record CallbackMissed : ContactDomainEvent
{
    /// <summary>It rang out, was engaged, or was hung up on.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>It was answered, and nobody pressed the key: perhaps by a machine.</summary>
    public const string NotPressed = "not-pressed";

    /// <summary>The provider would not ring the number.</summary>
    public const string Refused = "refused";

    /// <summary>Nothing rang; not counted as an attempt.</summary>
    public const string Fault = "fault";
}

/// <summary>The caller rang again, and the new call has this contact's place.</summary>
public sealed record PlaceRegained : ContactDomainEvent;

/// <summary>The enquirer said whether we helped.</summary>
public sealed record FeedbackGiven : ContactDomainEvent;

/// <summary>A supervisor raised or lowered what is at stake; the code is the new class and the reason.</summary>
public sealed record PriorityMoved : ContactDomainEvent;

/// <summary>A supervisor kept the waiting contact for one adviser, or gave it back to everybody; the code says which.</summary>
public sealed record ContactReserved : ContactDomainEvent;

/// <summary>A block of the enquirer's number was proposed, approved, refused or lifted; the code says which.</summary>
public sealed record BlockChanged : ContactDomainEvent;
