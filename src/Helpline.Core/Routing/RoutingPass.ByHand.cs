using Helpline.Core.Advisers;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Routing;

/// <summary>An adviser asks for the next contact.</summary>
public sealed partial class RoutingPass
{
    // Somebody else took the one that was chosen: the one after it is chosen. So many at the same moment are rare.
    private const int Tries = 4;

    /// <summary>
    /// Offers an adviser who is available or away the contact that is first in the queue for them, with nothing kept back for calls. Everybody
    /// whom the router serves by itself is served before. The presence stays as it is.
    /// </summary>
    /// <param name="adviserId">The adviser.</param>
    /// <param name="soundTried">Whether microphone and ringer were tried where they are; it counts for calls, as for going available.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<TakeNextOutcome> TakeNextAsync(AdviserId adviserId, bool soundTried, CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken);
        for (var i = 0; i < Tries; i++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
            if (await db.Advisers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == adviserId, cancellationToken) is not { } adviser)
            {
                return TakeNextOutcome.UnknownAdviser;
            }

            if (Standing(adviser) is { } standing)
            {
                return standing;
            }

            var (waiting, advisers) = await ReadAsync(scope.ServiceProvider, cancellationToken);
            if (waiting.Count == 0)
            {
                return TakeNextOutcome.NothingWaits;
            }

            // Not among them: on somebody else's call.
            if (advisers.FirstOrDefault(a => a.Id == adviserId) is not { } asking)
            {
                return TakeNextOutcome.HasContact;
            }

            if (RoutingPolicy.NextFor(asking, waiting, advisers, time.UtcNow(), options.Value) is not { } next)
            {
                return TakeNextOutcome.NothingFits;
            }

            if (next.IsLive && !await MayTalkAsync(db, adviser, soundTried, cancellationToken))
            {
                return TakeNextOutcome.NotTried;
            }

            if (await ClaimAsync(db, new Match(next.Id, adviserId), byHand: true, cancellationToken))
            {
                return TakeNextOutcome.Offered;
            }
        }

        return TakeNextOutcome.NothingFits;
    }

    private static async Task<bool> MayTalkAsync(HelplineDbContext db, Adviser adviser, bool soundTried, CancellationToken cancellationToken) =>
        soundTried || adviser.Presence == Presence.Available || await db.OwnPhones.AnyAsync(p => p.AdviserId == adviser.Id, cancellationToken);

    private TakeNextOutcome? Standing(Adviser adviser) => adviser switch
    {
        { Activity: Activity.Ringing } => TakeNextOutcome.Offered,
        { Activity: Activity.WrapUp } => TakeNextOutcome.StillRecording,
        { Activity: Activity.OnContact } => TakeNextOutcome.HasContact,
        { Presence: Presence.Offline } => TakeNextOutcome.NotAtWork,
        _ => time.UtcNow() - heartbeats.LatestOf(adviser.Id, adviser.HeartbeatAt) > options.Value.HeartbeatFresh ? TakeNextOutcome.NotAtWork : null,
    };
}
