using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Legs;
using Helpline.Core.Routing;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>A history that went wrong.</summary>
internal sealed class HistoryBrokenException(string what) : Exception(what);

/// <summary>What must hold of the database at every moment, and between one moment and a later one.</summary>
internal static class HistoryInvariants
{
    /// <summary>At one moment: nobody and nothing is in two places.</summary>
    public static void Hold(HistorySnapshot now)
    {
        foreach (var twice in now.Ringing.GroupBy(o => o.ContactId).Where(g => g.Count() > 1))
        {
            throw new HistoryBrokenException($"contact {twice.Key} is offered to two advisers");
        }

        foreach (var twice in now.Ringing.GroupBy(o => o.AdviserId).Where(g => g.Count() > 1))
        {
            throw new HistoryBrokenException($"adviser {twice.Key} is offered two contacts");
        }

        foreach (var contact in now.Contacts)
        {
            Contact(now, contact);
        }

        foreach (var call in now.Calls)
        {
            Must(Fits(call, now.ContactOf(call)), () => $"call {call.State} with contact {Of(now.ContactOf(call))}");
        }

        foreach (var adviser in now.Advisers)
        {
            Adviser(now, adviser);
        }

        foreach (var together in now.In(CallState.WithOutside))
        {
            Must(now.LiveLegs.Any(l => l.Kind == RoomLegKind.Outside && l.CallId == together.Id), () => "a caller is left with nobody");
            Must(!now.LiveLegs.Any(l => l.Kind != RoomLegKind.Outside && l.CallId == together.Id), () => "somebody of ours is still in a call that was left");
        }

        foreach (var recording in now.Recordings.Where(r => r.IsOpen))
        {
            Must(!now.LiveLegs.Any(l => l.Kind == RoomLegKind.Outside && l.CallId == recording.CallId), () => "somebody from outside is recorded");
        }
    }

    /// <summary>From one moment to a later one: nothing lost, nothing goes back.</summary>
    public static void Progress(HistorySnapshot before, HistorySnapshot after)
    {
        foreach (var was in before.Contacts)
        {
            var now = after.Contacts.FirstOrDefault(c => c.Id == was.Id);
            Must(now is not null, () => $"contact {was.Id} is lost");
            Must(was.JoinedAt is null || now!.JoinedAt == was.JoinedAt, () => $"contact {was.Id} lost its place");
            // What was written or left as a message can be handed back and is then answered by whoever takes it up.
            Must(was.AnsweredAt is null || !was.IsLive || now!.AnsweredAt == was.AnsweredAt, () => $"contact {was.Id} was answered twice");
            Must(MayBecome(was, now!), () => $"contact {Of(was)} became {Of(now!)}");
        }

        foreach (var was in before.Calls)
        {
            var now = after.Calls.FirstOrDefault(c => c.Id == was.Id);
            Must(now is not null, () => $"call {was.Id} is lost");
            Must(MayBecome(was.State, now!.State), () => $"call {was.State} became {now!.State}");
        }

        foreach (var was in before.Offers.Where(o => o.Status != OfferStatus.Pending))
        {
            Must(after.Offers.Any(o => o.Id == was.Id && o.Status == was.Status), () => $"an offer that was {was.Status} is not any more");
        }
    }

    /// <summary>After an adviser asked for the next: it rings exactly when they were told so, and never for somebody on a call, recording or not at work.</summary>
    public static void Taken(HistorySnapshot before, HistorySnapshot after, AdviserId asked, TakeNextOutcome outcome)
    {
        var was = before.Advisers.First(a => a.Id == asked);
        var rings = after.Ringing.Any(o => o.AdviserId == asked);
        var mayRing = was.Activity == Activity.Ringing || (was.Activity == Activity.Idle && was.Presence != Presence.Offline)
            || (was is { Activity: Activity.OnContact, Presence: Presence.Available } && before.Contacts.Any(c => c.Id == was.ContactId && !c.IsLive));
        Must(rings == (outcome == TakeNextOutcome.Offered), () => $"an adviser who was told {outcome} rings: {rings}");
        Must(!rings || mayRing, () => $"an adviser {was.Presence} and {was.Activity} was offered the next");
        Must(
            after.Advisers.First(a => a.Id == asked).Presence == was.Presence || was.Activity == Activity.Ringing,
            () => "asking for the next changed the presence");
    }

    private static void Contact(HistorySnapshot now, Contact contact)
    {
        var route = now.Ringing.Any(o => o.ContactId == contact.Id && o.Purpose == OfferPurpose.Contact);
        Must(route == (contact.Status == ContactStatus.Offered), () => $"contact {Of(contact)}, ringing: {route}");
        var holders = now.Advisers.Where(a => a.ContactId == contact.Id || a.ParkedContactId == contact.Id).ToList();
        switch (contact.Status)
        {
            case ContactStatus.Waiting:
                Must(holders.Count == 0, () => $"waiting contact held by {holders.Count}");
                break;
            case ContactStatus.Offered:
                Must(holders is [{ Activity: Activity.Ringing }], () => $"offered contact held by {holders.Count}");
                break;
            case ContactStatus.InProgress:
                Must(holders.Count(a => a.Id == contact.AdviserId) == 1, () => "a contact in progress is nobody's");
                Must(holders.Where(a => a.Id != contact.AdviserId).All(a => IsAskedIn(now, contact, a)), () => "a contact is in two places");
                break;
            case ContactStatus.WrapUp:
                Must(holders.All(a => a.Id == contact.AdviserId && a.Activity == Activity.WrapUp), () => "a wrap-up is held by another");
                break;
            case ContactStatus.Closed or ContactStatus.Abandoned:
                Must(holders.Count == 0, () => $"an adviser holds a contact that is {contact.Status}");
                break;
        }
    }

    private static bool IsAskedIn(HistorySnapshot now, Contact contact, Adviser adviser) =>
        now.Ringing.Any(o => o.ContactId == contact.Id && o.AdviserId == adviser.Id && o.Purpose == OfferPurpose.Consult)
        || now.LiveLegs.Any(l => l.Kind == RoomLegKind.Consult && l.AdviserId == adviser.Id && now.CallOf(contact.Id)?.Id == l.CallId);

    private static void Adviser(HistorySnapshot now, Adviser adviser)
    {
        Must((adviser.ContactId is null) == (adviser.Activity == Activity.Idle), () => $"adviser {adviser.Activity} with {adviser.ContactId}");
        var calls = now.Contacts.Count(c => c is { Status: ContactStatus.InProgress, IsLive: true } && c.AdviserId == adviser.Id)
            + now.LiveLegs.Count(l => l.Kind == RoomLegKind.Consult && l.AdviserId == adviser.Id);
        Must(calls <= 1, () => "an adviser is on two calls");
        Must(now.LiveLegs.Count(l => l.Kind == RoomLegKind.Monitor && l.AdviserId == adviser.Id) <= 1, () => "a supervisor is on two calls");
        Must(
            adviser.Activity != Activity.Ringing || now.Ringing.Any(o => o.AdviserId == adviser.Id && o.ContactId == adviser.ContactId),
            () => "an adviser rings for no offer");
    }

    private static bool Fits(Call call, Contact contact) => call.State switch
    {
        CallState.InFlow => contact is { Status: ContactStatus.Waiting, JoinedAt: null },
        CallState.Queued => contact is { Status: ContactStatus.Waiting or ContactStatus.Offered, JoinedAt: not null, ArrangingCallback: false },
        CallState.Arranging => contact is { Status: ContactStatus.Waiting, ArrangingCallback: true },
        CallState.PlaceKept => contact is { Status: ContactStatus.Waiting or ContactStatus.Offered, CallbackDueAt: not null },
        CallState.Connecting or CallState.Bridging => contact is { Status: ContactStatus.InProgress, IsLive: true } && call.OfferId is not null,
        CallState.Connected => contact is { Status: ContactStatus.InProgress, IsLive: true, AnsweredAt: not null } && call.OfferId is not null,
        CallState.Reconnecting => contact is { Status: ContactStatus.Waiting or ContactStatus.Offered, AnsweredAt: not null },
        CallState.Voicemail => contact.IsVoicemail || contact.Status == ContactStatus.Waiting,
        CallState.Survey => contact.Status is ContactStatus.WrapUp or ContactStatus.Closed,
        CallState.WithOutside => contact.Status is ContactStatus.WrapUp or ContactStatus.Closed && call.OfferId is null,
        CallState.Ended => contact.IsVoicemail || contact.Status is ContactStatus.Abandoned or ContactStatus.WrapUp or ContactStatus.Closed,
    };

    private static bool MayBecome(Contact was, Contact now) => was.Status switch
    {
        ContactStatus.Closed => now.Status == ContactStatus.Closed,
        ContactStatus.WrapUp => now.Status is ContactStatus.WrapUp or ContactStatus.Closed,
        ContactStatus.Abandoned => now.Status == ContactStatus.Abandoned || now.IsVoicemail,
        ContactStatus.Waiting or ContactStatus.Offered or ContactStatus.InProgress => true,
    };

    private static bool MayBecome(CallState was, CallState now) => was switch
    {
        CallState.Ended => now == CallState.Ended,
        CallState.Survey => now is CallState.Survey or CallState.Ended,
        CallState.WithOutside => now is CallState.WithOutside or CallState.Survey or CallState.Ended,
        CallState.Voicemail => now is CallState.Voicemail or CallState.Ended,
        CallState.Connected or CallState.Reconnecting => now is not (CallState.InFlow or CallState.Queued or CallState.Arranging or CallState.PlaceKept or CallState.Voicemail),
        CallState.InFlow => true,
        CallState.Queued or CallState.Arranging or CallState.PlaceKept or CallState.Connecting or CallState.Bridging => now != CallState.InFlow,
    };

    private static string Of(Contact contact) =>
        $"{contact.Status}{(contact.IsVoicemail ? " voicemail" : "")}{(contact.JoinedAt is null ? " not joined" : "")}{(contact.ArrangingCallback ? " arranging" : "")}";

    private static void Must(bool holds, Func<string> what)
    {
        if (!holds)
        {
            throw new HistoryBrokenException(what());
        }
    }
}
