using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Legs;

/// <summary>Somebody besides caller and adviser on a call, or being asked.</summary>
/// <param name="AdviserId">Who.</param>
/// <param name="Name">The name colleagues see.</param>
/// <param name="Mode">What a supervisor does.</param>
/// <param name="InRoom">Whether they are in the room already.</param>
public sealed record OtherOnCall(AdviserId AdviserId, string Name, MonitorMode? Mode, bool InRoom);

/// <summary>Somebody from outside on a call, or being rung.</summary>
/// <param name="Name">The name in the directory.</param>
/// <param name="InRoom">Whether they have answered.</param>
public sealed record OutsideOnCall(string Name, bool InRoom);

/// <summary>Who else is on a call.</summary>
public sealed record OthersOnCall
{
    /// <summary>The colleague who is asked, coming or there.</summary>
    public OtherOnCall? Colleague { get; init; }

    /// <summary>Supervisors on the call.</summary>
    public IReadOnlyList<OtherOnCall> Supervisors { get; init; } = [];

    /// <summary>The interpreter or local service that is rung or there.</summary>
    public OutsideOnCall? Outside { get; init; }

    /// <summary>The outside number that was rung last and did not answer; null when none was, or one did since.</summary>
    public string? NotAnsweredBy { get; init; }

    /// <summary>Who was asked last and did not come; null when nobody, or somebody came since.</summary>
    public string? NotTakenBy { get; init; }
}

/// <summary>A colleague an adviser may ask in or pass a call to.</summary>
/// <param name="Id">The adviser.</param>
/// <param name="Name">The name colleagues see.</param>
/// <param name="IsFree">Whether they can come at once.</param>
/// <param name="HasSkill">Whether they have the skill the topic needs, with training in date.</param>
public sealed record Colleague(AdviserId Id, string Name, bool IsFree, bool HasSkill);

/// <summary>An adviser who is talking.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Name">The adviser.</param>
/// <param name="TopicId">The topic, where known.</param>
/// <param name="TopicGroupId">Its group, where known.</param>
/// <param name="Since">Since when they talk, UTC.</param>
/// <param name="HelpWantedSince">Since when they wish a supervisor would come, UTC; null when they do not.</param>
public sealed record TalkingCall(ContactId ContactId, string Name, string? TopicId, string? TopicGroupId, DateTime Since, DateTime? HelpWantedSince);

/// <summary>Reads who else is on calls, for the pages of staff.</summary>
public sealed class LegQueries(HelplineDbContext db, Heartbeats heartbeats, TimeProvider time, IOptions<RoutingOptions> options)
{
    /// <summary>Who else is on the contact's call.</summary>
    public async Task<OthersOnCall> OfAsync(ContactId contactId, CancellationToken cancellationToken)
    {
        var legs = await (
            from leg in db.RoomLegs.AsNoTracking()
            join call in db.Calls.AsNoTracking() on leg.CallId equals call.Id
            join adviser in db.Advisers.AsNoTracking() on leg.AdviserId equals adviser.Id
            where call.ContactId == contactId && leg.State != RoomLegState.Ended
            select new { leg.Kind, Other = new OtherOnCall(adviser.Id, adviser.DisplayName, leg.Mode, leg.State == RoomLegState.InRoom) }).ToListAsync(cancellationToken);
        var outside = await (
            from leg in db.RoomLegs.AsNoTracking()
            join call in db.Calls.AsNoTracking() on leg.CallId equals call.Id
            join number in db.OutsideNumbers.AsNoTracking() on leg.OutsideNumberId equals number.Id
            where call.ContactId == contactId
            orderby leg.AskedAt descending
            select new { leg.State, leg.NeverCameUp, number.Name }).FirstOrDefaultAsync(cancellationToken);
        var asked = await (
            from offer in db.Offers.AsNoTracking()
            join adviser in db.Advisers.AsNoTracking() on offer.AdviserId equals adviser.Id
            where offer.ContactId == contactId && offer.Purpose == OfferPurpose.Consult
            orderby offer.MadeAt descending
            select new { offer.Status, Other = new OtherOnCall(adviser.Id, adviser.DisplayName, null, false) }).FirstOrDefaultAsync(cancellationToken);
        return new OthersOnCall
        {
            Colleague = legs.Find(l => l.Kind == RoomLegKind.Consult)?.Other ?? (asked is { Status: OfferStatus.Pending } ? asked.Other : null),
            Supervisors = [.. legs.Where(l => l.Kind == RoomLegKind.Monitor).Select(l => l.Other)],
            Outside = outside is { State: not RoomLegState.Ended } ? new(outside.Name, outside.State == RoomLegState.InRoom) : null,
            NotAnsweredBy = outside is { NeverCameUp: true } ? outside.Name : null,
            NotTakenBy = asked is { Status: OfferStatus.Declined or OfferStatus.TimedOut } ? asked.Other.Name : null,
        };
    }

    /// <summary>The colleagues who are available, those who are free and skilled first.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(AdviserId but, string? skillId, CancellationToken cancellationToken)
    {
        var (now, today) = (time.UtcNow(), time.LondonToday());
        var rows = await db.Advisers.AsNoTracking()
            .Where(a => a.Id != but && a.Presence == Presence.Available)
            .Select(a => new
            {
                a.Id,
                a.DisplayName,
                a.Activity,
                a.HeartbeatAt,
                HasSkill = skillId == null || a.Skills.Any(s => s.SkillId == skillId && s.TrainedUntil >= today),
            })
            .ToListAsync(cancellationToken);
        return [.. rows
            .Where(a => now - heartbeats.LatestOf(a.Id, a.HeartbeatAt) <= options.Value.HeartbeatFresh)
            .Select(a => new Colleague(a.Id, a.DisplayName, a.Activity == Activity.Idle, a.HasSkill))
            .OrderByDescending(c => c.IsFree).ThenByDescending(c => c.HasSkill).ThenBy(c => c.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>What a supervisor is on: the contact; null when on nothing.</summary>
    public async Task<ContactId?> MonitoredByAsync(AdviserId supervisorId, CancellationToken cancellationToken) =>
        await (
            from leg in db.RoomLegs.AsNoTracking()
            join call in db.Calls.AsNoTracking() on leg.CallId equals call.Id
            where leg.AdviserId == supervisorId && leg.Kind == RoomLegKind.Monitor && leg.State != RoomLegState.Ended
            select (ContactId?)call.ContactId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The advisers who are talking, but for one; longest first.</summary>
    public async Task<IReadOnlyList<TalkingCall>> TalkingAsync(AdviserId but, CancellationToken cancellationToken) =>
        await (
            from call in db.Calls.AsNoTracking()
            join contact in db.Contacts.AsNoTracking() on call.ContactId equals contact.Id
            join adviser in db.Advisers.AsNoTracking() on contact.AdviserId equals adviser.Id
            where call.State == CallState.Connected && contact.Status == ContactStatus.InProgress && adviser.Id != but
            orderby contact.AnsweredAt
            select new TalkingCall(
                contact.Id, adviser.DisplayName, contact.TopicId, contact.TopicGroupId, contact.AnsweredAt ?? contact.ArrivedAt, contact.HelpWantedSince))
            .ToListAsync(cancellationToken);
}
