using Helpline.Core.Common;

namespace Helpline.Core.Advisers;

/// <summary>What a supervisor changes about an adviser for the day.</summary>
public sealed partial class Adviser
{
    /// <summary>Longest code of what a supervisor did, in characters.</summary>
    public const int ActLength = 100;

    /// <summary>Lends a skill until the end of the day, or takes it back into routing. Training that lasts longer is not shortened.</summary>
    public void LendSkill(string skillId, int proficiency, DateOnly today, ProcessContext by, DateTime now)
    {
        var known = skills.Find(s => s.SkillId == skillId);
        Train(skillId, proficiency, known is not null && known.TrainedUntil > today ? known.TrainedUntil : today);
        skills.Find(s => s.SkillId == skillId)!.PausedUntil = null;
        NoteSupervised($"skill-lent:{skillId}", by, now);
    }

    /// <summary>Takes a skill out of routing until a moment; the training stays. False when the adviser does not have it.</summary>
    public bool PauseSkill(string skillId, DateTime until, ProcessContext by, DateTime now)
    {
        if (skills.Find(s => s.SkillId == skillId) is not { } skill)
        {
            return false;
        }

        skill.PausedUntil = until;
        NoteSupervised($"skill-paused:{skillId}", by, now);
        return true;
    }

    /// <summary>A supervisor sets the adviser away or offline.</summary>
    public void SetAside(Presence presence, ProcessContext by, DateTime now)
    {
        Declare(presence, Advisers.AwayReason.BySupervisor, now);
        NoteSupervised($"set:{presence}", by, now);
    }

    private void NoteSupervised(string act, ProcessContext by, DateTime now) =>
        Raise(new AdviserSupervised { At = now, AdviserId = Id, By = by, Act = act });
}
