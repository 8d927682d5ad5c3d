using Helpline.Core.Advisers;
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

/// <summary>Who else is on a call.</summary>
public sealed record OthersOnCall
{
    /// <summary>The colleague who is asked, coming or there.</summary>
    public OtherOnCall? Colleague { get; init; }

    /// <summary>Supervisors on the call.</summary>
    public IReadOnlyList<OtherOnCall> Supervisors { get; init; } = [];

    /// <summary>Who was asked last and did not come; null when nobody, or somebody came since.</summary>
    public string? NotTakenBy { get; init; }
}

/// <summary>A colleague an adviser may ask in or pass a call to.</summary>
/// <param name="Id">The adviser.</param>
/// <param name="Name">The name colleagues see.</param>
/// <param name="IsFree">Whether they can come at once.</param>
/// <param name="HasSkill">Whether they have the skill the topic needs, with training in date.</param>
public sealed record Colleague(AdviserId Id, string Name, bool IsFree, bool HasSkill);

/// <summary>An adviser who is talking and wishes a supervisor would come.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Name">The adviser.</param>
/// <param name="TopicId">The topic, where known.</param>
/// <param name="TopicGroupId">Its group, where known.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record HelpCall(ContactId ContactId, string Name, string? TopicId, string? TopicGroupId, DateTime Since);

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

    /// <summary>The contact whose call a colleague was asked into; null when the adviser is on none as such.</summary>
    public Task<bool> IsConsultedAsync(ContactId contactId, AdviserId adviserId, CancellationToken cancellationToken) =>
        (
            from leg in db.RoomLegs.AsNoTracking()
            join call in db.Calls.AsNoTracking() on leg.CallId equals call.Id
            where call.ContactId == contactId && leg.AdviserId == adviserId && leg.Kind == RoomLegKind.Consult && leg.State != RoomLegState.Ended
            select leg.Id).AnyAsync(cancellationToken);

    /// <summary>What a supervisor is on: the contact; null when on nothing.</summary>
    public async Task<ContactId?> MonitoredByAsync(AdviserId supervisorId, CancellationToken cancellationToken) =>
        await (
            from leg in db.RoomLegs.AsNoTracking()
            join call in db.Calls.AsNoTracking() on leg.CallId equals call.Id
            where leg.AdviserId == supervisorId && leg.Kind == RoomLegKind.Monitor && leg.State != RoomLegState.Ended
            select (ContactId?)call.ContactId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The advisers who wish a supervisor would come, longest first.</summary>
    public async Task<IReadOnlyList<HelpCall>> HelpWantedAsync(CancellationToken cancellationToken) =>
        await (
            from contact in db.Contacts.AsNoTracking()
            join adviser in db.Advisers.AsNoTracking() on contact.AdviserId equals adviser.Id
            where contact.HelpWantedSince != null
            orderby contact.HelpWantedSince
            select new HelpCall(contact.Id, adviser.DisplayName, contact.TopicId, contact.TopicGroupId, contact.HelpWantedSince!.Value))
            .ToListAsync(cancellationToken);
}
