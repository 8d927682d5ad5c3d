using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>The contact's statutory clock: what happened when, and what is therefore due.</summary>
public sealed partial class Contact
{
    private readonly List<ContactEventDate> eventDates = [];
    private readonly List<ContactDuty> duties = [];

    /// <summary>What happened, and when.</summary>
    public IReadOnlyList<ContactEventDate> EventDates => eventDates;

    /// <summary>What follows from it, with what is done.</summary>
    public IReadOnlyList<ContactDuty> Duties => duties;

    /// <summary>Enters, changes or takes back the date of an event, and works the duties out anew. Allowed while the adviser has the contact.</summary>
    public void SetEventDate(SetEventDate change, DateTime now)
    {
        if (Status is not (ContactStatus.InProgress or ContactStatus.WrapUp))
        {
            throw new RuleBrokenException("contact.not-with-adviser");
        }

        Enter(change.EventId, change.Date, now);
        Reckon(change.Reckon);
        Raise(new EventDateEntered { At = now, ContactId = Id, By = ByAdviser(), Code = change.EventId });
    }

    /// <summary>A date the enquirer gave with the question; a time limit it starts counts from the first moment in the queue.</summary>
    internal void ArriveWithDate(SetEventDate given, DateTime now)
    {
        Require(ContactStatus.Waiting, "contact.not-waiting");
        Enter(given.EventId, given.Date, now);
        Reckon(given.Reckon);
        Raise(new EventDateEntered { At = now, ContactId = Id, By = ProcessContext.Enquirer, Code = given.EventId });
    }

    /// <summary>Ticks a duty off, or opens it again. Nothing happens when it already is so or there is no such duty.</summary>
    public void TickOff(string dutyId, bool done, ProcessContext by, DateTime now)
    {
        if (duties.Find(d => d.DutyId == dutyId) is not { } duty || duty.DoneAt is not null == done)
        {
            return;
        }

        duty.DoneAt = done ? now : null;
        duty.DoneBy = done ? by.AdviserId : null;
        Raise(new DutyTicked { At = now, ContactId = Id, By = by, Code = dutyId });
    }

    /// <summary>The last day of the soonest time limit that has not passed and is not ticked off; null when there is none.</summary>
    internal DateOnly? SoonestLastDay(DateOnly today) =>
        duties.Where(d => d is { IsBinding: true, DoneAt: null } && d.DueOn >= today).Min(d => (DateOnly?)d.DueOn);

    /// <summary>A follow-up goes on with the clock of the contact before it.</summary>
    internal void TakeOverClock(Contact earlier, DateTime now)
    {
        foreach (var date in earlier.EventDates)
        {
            Enter(date.EventId, date.Date, now);
        }

        duties.AddRange(earlier.Duties.Select(d => new ContactDuty
        {
            ContactId = Id,
            DutyId = d.DutyId,
            DueOn = d.DueOn,
            IsBinding = d.IsBinding,
            DoneAt = d.DoneAt,
            DoneBy = d.DoneBy,
        }));
    }

    private void Enter(string eventId, DateOnly? date, DateTime now)
    {
        if (string.IsNullOrEmpty(eventId) || eventId.Length > CodeLength || date < ContactEventDate.Earliest || date > ContactEventDate.Latest)
        {
            throw new RuleBrokenException("contact.event-date-out-of-range");
        }

        var entered = eventDates.Find(e => e.EventId == eventId);
        if (date is not { } day)
        {
            eventDates.RemoveAll(e => e.EventId == eventId);
        }
        else if (entered is null)
        {
            eventDates.Add(new ContactEventDate { ContactId = Id, EventId = eventId, Date = day, EnteredAt = now });
        }
        else
        {
            entered.Date = day;
            entered.EnteredAt = now;
        }
    }

    /// <summary>What was ticked off stays so while its last day stays the same.</summary>
    private void Reckon(Func<IReadOnlyDictionary<string, DateOnly>, IReadOnlyCollection<DutyDue>> reckon)
    {
        var due = reckon(eventDates.ToDictionary(e => e.EventId, e => e.Date, StringComparer.Ordinal)).ToDictionary(d => d.DutyId, StringComparer.Ordinal);
        duties.RemoveAll(d => !due.ContainsKey(d.DutyId));
        foreach (var (id, limit) in due)
        {
            if (duties.Find(d => d.DutyId == id) is not { } known)
            {
                duties.Add(new ContactDuty { ContactId = Id, DutyId = id, DueOn = limit.DueOn, IsBinding = limit.IsBinding });
                continue;
            }

            if (known.DueOn != limit.DueOn)
            {
                known.DoneAt = null;
                known.DoneBy = null;
            }

            known.DueOn = limit.DueOn;
            known.IsBinding = limit.IsBinding;
        }
    }
}
