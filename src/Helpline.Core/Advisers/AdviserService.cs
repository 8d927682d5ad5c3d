using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Advisers;

/// <summary>What came of an adviser's wish for a presence.</summary>
public enum DeclareOutcome
{
    /// <summary>It holds.</summary>
    Done,

    /// <summary>There is no such adviser.</summary>
    UnknownAdviser,

    /// <summary>The adviser is rung in the browser, where microphone and ringer have not been tried.</summary>
    NotTried,
}

/// <summary>What advisers ask of their own presence.</summary>
public sealed class AdviserService(HelplineDbContext db, Heartbeats heartbeats, TimeProvider time)
{
    /// <summary>Declares a presence; a contact under way is not touched. False when there is no such adviser.</summary>
    public Task<bool> SetPresenceAsync(AdviserId adviserId, Presence presence, AwayReason? reason, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var adviser = await db.Advisers.SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken);
                adviser?.Declare(presence, reason, time.UtcNow());
                return adviser is not null;
            },
            cancellationToken);

    /// <summary>
    /// As <see cref="SetPresenceAsync"/>, as the adviser's console asks. Nobody who is rung in the browser becomes available before microphone and
    /// ringer were tried there, which only the browser knows; who is available already stays so.
    /// </summary>
    public Task<DeclareOutcome> DeclareAsync(
        AdviserId adviserId, Presence presence, AwayReason? reason, bool soundTried, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                if (await db.Advisers.SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken) is not { } adviser)
                {
                    return DeclareOutcome.UnknownAdviser;
                }

                var becomesAvailable = presence == Presence.Available && adviser.Presence != Presence.Available;
                if (becomesAvailable && !soundTried && !await db.OwnPhones.AnyAsync(p => p.AdviserId == adviserId, cancellationToken))
                {
                    return DeclareOutcome.NotTried;
                }

                adviser.Declare(presence, reason, time.UtcNow());
                return DeclareOutcome.Done;
            },
            cancellationToken);

    /// <summary>The console is alive. Routing on this node knows at once, on others within <see cref="Routing.RoutingOptions.HeartbeatWrite"/>.</summary>
    public void Heartbeat(AdviserId adviserId) => heartbeats.Beat(adviserId);

    /// <summary>Adds an adviser, with skills and the last day of training for each. Adding one that exists changes nothing.</summary>
    public async Task AddAsync(
        AdviserId adviserId, string displayName, IReadOnlyDictionary<string, DateOnly> skills, CancellationToken cancellationToken)
    {
        if (await db.Advisers.AnyAsync(a => a.Id == adviserId, cancellationToken))
        {
            return;
        }

        var adviser = Adviser.Join(adviserId, displayName, time.UtcNow());
        foreach (var (skill, until) in skills)
        {
            adviser.Train(skill, proficiency: 3, until);
        }

        db.Advisers.Add(adviser);
        await db.TrySaveAsync(cancellationToken);
    }
}
