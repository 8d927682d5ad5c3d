using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;

namespace Helpline.Telephony.Control;

/// <summary>
/// What callbacks and the reconciler have seen of the legs of colleagues, of supervisors and from outside. Each answers whether the leg is one of those; a
/// colleague who took the call over has the call's own leg, and is not.
/// </summary>
internal sealed class LegLines(LegService legs, TwilioCallControl control)
{
    /// <summary>A leg exists. One that nobody wants any more is dropped.</summary>
    public async Task<bool> SeenAsync(OfferId offer, string legId, CancellationToken cancellationToken) =>
        await legs.FindAsync(offer, cancellationToken) is { } leg && await SeenAsync(leg, legId, cancellationToken);

    /// <summary>As for a colleague's; of a supervisor's or one from outside.</summary>
    public async Task<bool> SeenAsync(RoomLegId id, string legId, CancellationToken cancellationToken) =>
        await legs.FindAsync(id, cancellationToken) is { } leg && await SeenAsync(leg, legId, cancellationToken);

    /// <summary>A leg is in the room.</summary>
    public async Task<bool> JoinedAsync(string label, string legId, CancellationToken cancellationToken)
    {
        if (await FindAsync(label, cancellationToken) is not { } leg)
        {
            return false;
        }

        if (await legs.JoinedAsync(leg.Id, legId, cancellationToken) == LegJoinedOutcome.NotWanted)
        {
            await control.DropAsync(legId, cancellationToken);
        }

        return true;
    }

    /// <summary>A leg is over, or never came up.</summary>
    public async Task<bool> GoneAsync(string label, CancellationToken cancellationToken)
    {
        if (await FindAsync(label, cancellationToken) is not { } leg)
        {
            return false;
        }

        await legs.GoneAsync(leg.Id, cancellationToken);
        return true;
    }

    private async Task<RoomLegRef?> FindAsync(string label, CancellationToken cancellationToken) =>
        Labels.TryOffer(label, out var offer) ? await legs.FindAsync(offer, cancellationToken)
        : Labels.TryNamed(label, out var id) ? await legs.FindAsync(id, cancellationToken)
        : null;

    private async Task<bool> SeenAsync(RoomLegRef leg, string legId, CancellationToken cancellationToken)
    {
        if (!await legs.NoteAsync(leg.Id, legId, cancellationToken))
        {
            await control.DropAsync(legId, cancellationToken);
        }

        return true;
    }
}
