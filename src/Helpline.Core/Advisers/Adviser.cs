using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Advisers;

/// <summary>
/// A member of staff who handles contacts. The server owns presence and activity; a page only asks for changes. Moments are UTC.
/// A change that presence or activity does not allow throws <see cref="RuleBrokenException"/>.
/// </summary>
public sealed partial class Adviser : Entity
{
    /// <summary>Longest display name, in characters.</summary>
    public const int NameLength = 100;

    private readonly List<AdviserSkill> skills = [];

    private Adviser()
    {
    }

    /// <summary>Names the adviser.</summary>
    public AdviserId Id { get; private init; }

    /// <summary>The name colleagues see.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>When the adviser joined.</summary>
    public DateTime JoinedAt { get; private init; }

    /// <summary>What the adviser declares.</summary>
    public Presence Presence { get; private set; }

    /// <summary>Why away; null otherwise.</summary>
    public AwayReason? AwayReason { get; private set; }

    /// <summary>What the system observes.</summary>
    public Activity Activity { get; private set; }

    /// <summary>Since when the presence holds.</summary>
    public DateTime PresenceSince { get; private set; }

    /// <summary>Since when the activity holds; for an idle adviser, since when idle.</summary>
    public DateTime ActivitySince { get; private set; }

    /// <summary>When the console last said it is alive, or a little earlier (<see cref="Heartbeats"/>). Written without touching <see cref="Entity.Version"/>.</summary>
    public DateTime HeartbeatAt { get; private set; }

    /// <summary>The contact the adviser has or is offered.</summary>
    public ContactId? ContactId { get; private set; }

    /// <summary>A written contact put aside for a call or its wrap-up; returned to the adviser after it.</summary>
    public ContactId? ParkedContactId { get; private set; }

    /// <summary>What the adviser can handle.</summary>
    public IReadOnlyList<AdviserSkill> Skills => skills;

    /// <summary>A new adviser, offline.</summary>
    public static Adviser Join(AdviserId id, string displayName, DateTime now) => new()
    {
        Id = id,
        DisplayName = displayName,
        JoinedAt = now,
        PresenceSince = now,
        ActivitySince = now,
        HeartbeatAt = now,
    };

    /// <summary>Gives or renews a skill.</summary>
    public void Train(string skillId, int proficiency, DateOnly trainedUntil)
    {
        var skill = skills.Find(s => s.SkillId == skillId);
        if (skill is null)
        {
            skills.Add(skill = new AdviserSkill { AdviserId = Id, SkillId = skillId });
        }

        skill.Proficiency = proficiency;
        skill.TrainedUntil = trainedUntil;
    }

    /// <summary>Declares a presence. Allowed at any time: it never ends a contact the adviser has.</summary>
    public void Declare(Presence presence, AwayReason? reason, DateTime now)
    {
        Presence = presence;
        AwayReason = presence == Presence.Away ? reason ?? Advisers.AwayReason.Break : null;
        PresenceSince = now;
        if (presence != Presence.Offline)
        {
            HeartbeatAt = now;
        }

        if (presence == Presence.Available && Activity == Activity.Idle)
        {
            ActivitySince = now;
        }

        RaiseChanged(now);
    }

    /// <summary>An offer rings. A written contact under way is put aside while it does.</summary>
    public void Ring(ContactId contactId, DateTime now)
    {
        switch (Activity)
        {
            case Activity.Idle:
                break;
            case Activity.OnContact when ParkedContactId is null:
                ParkedContactId = ContactId;
                break;
            default:
                throw new RuleBrokenException("adviser.not-free");
        }

        ContactId = contactId;
        Become(Activity.Ringing, now);
    }

    /// <summary>The offer was accepted.</summary>
    public void TakeUp(ContactId contactId, DateTime now)
    {
        RequireHas(contactId, Activity.Ringing);
        Become(Activity.OnContact, now);
    }

    /// <summary>The offer ended without being accepted; <paramref name="away"/> says why the adviser is set away, if so.</summary>
    public void StopRinging(ContactId contactId, AwayReason? away, DateTime now)
    {
        RequireHas(contactId, Activity.Ringing);
        BecomeFree(now);
        if (away is { } reason && Presence == Presence.Available)
        {
            Declare(Presence.Away, reason, now);
        }
    }

    /// <summary>The conversation ended; the adviser records it.</summary>
    public void StartWrapUp(ContactId contactId, DateTime now)
    {
        RequireHas(contactId, Activity.OnContact);
        Become(Activity.WrapUp, now);
    }

    /// <summary>The contact is recorded.</summary>
    public void FinishWrapUp(ContactId contactId, DateTime now)
    {
        RequireHas(contactId, Activity.WrapUp);
        BecomeFree(now);
    }

    /// <summary>The contact left the adviser without wrap-up: the caller gave up before the lines were joined, or the line was lost.</summary>
    public void Release(ContactId contactId, AwayReason? away, DateTime now)
    {
        RequireHas(contactId, Activity.OnContact);
        BecomeFree(now);
        if (away is { } reason && Presence == Presence.Available)
        {
            Declare(Presence.Away, reason, now);
        }
    }

    /// <summary>Whether the adviser writes this contact's answer, or has put it aside.</summary>
    public bool Holds(ContactId contactId) => ParkedContactId == contactId || (ContactId == contactId && Activity == Activity.OnContact);

    /// <summary>A written contact goes back to the queue, also from where it was put aside.</summary>
    public void GiveUp(ContactId contactId, DateTime now)
    {
        if (ParkedContactId == contactId)
        {
            ParkedContactId = null;
            RaiseChanged(now);
            return;
        }

        RequireHas(contactId, Activity.OnContact);
        BecomeFree(now);
    }

    /// <summary>A conversation that had been interrupted is over: the adviser who talked records it. A draft under way is put aside for it.</summary>
    public void ReturnToWrapUp(ContactId contactId, DateTime now)
    {
        switch (Activity)
        {
            case Activity.Idle:
                break;
            case Activity.OnContact when ParkedContactId is null:
                ParkedContactId = ContactId;
                break;
            default:
                throw new RuleBrokenException("adviser.not-free");
        }

        ContactId = contactId;
        Become(Activity.WrapUp, now);
    }

    private void BecomeFree(DateTime now)
    {
        ContactId = ParkedContactId;
        ParkedContactId = null;
        Become(ContactId is null ? Activity.Idle : Activity.OnContact, now);
    }

    private void Become(Activity activity, DateTime now)
    {
        Activity = activity;
        ActivitySince = now;
        RaiseChanged(now);
    }

    private void RequireHas(ContactId contactId, Activity activity)
    {
        if (ContactId != contactId || Activity != activity)
        {
            throw new RuleBrokenException("adviser.not-on-contact");
        }
    }

    private void RaiseChanged(DateTime now) =>
        Raise(new PresenceChanged { At = now, AdviserId = Id, Presence = Presence, Activity = Activity });
}
