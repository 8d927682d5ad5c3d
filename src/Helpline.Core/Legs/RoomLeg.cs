using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Routing;

namespace Helpline.Core.Legs;

/// <summary>
/// A leg in a call's room besides the caller's and that of the adviser who has the contact. At most one colleague for each call, and
/// one from outside for each call, and one call for each supervisor: unique filtered indexes. Moments are UTC.
/// </summary>
public sealed class RoomLeg : Entity
{
    private RoomLeg()
    {
    }

    /// <summary>Names the leg.</summary>
    public RoomLegId Id { get; private init; }

    /// <summary>The call.</summary>
    public CallId CallId { get; private init; }

    /// <summary>Why it is there.</summary>
    public RoomLegKind Kind { get; private init; }

    /// <summary>How far it has come.</summary>
    public RoomLegState State { get; private set; }

    /// <summary>Whose leg it is; of one from outside, the adviser who asked for it.</summary>
    public AdviserId AdviserId { get; private init; }

    /// <summary>The accepted offer behind a colleague's leg; null for a supervisor's.</summary>
    public OfferId? OfferId { get; private init; }

    /// <summary>What a supervisor does; null for a colleague.</summary>
    public MonitorMode? Mode { get; private set; }

    /// <summary>The entry of the directory that was rung; null for staff.</summary>
    public OutsideNumberId? OutsideNumberId { get; private init; }

    /// <summary>The number that was rung, in E.164, as the directory had it then; null for staff.</summary>
    public string? Number { get; private init; }

    /// <summary>Whether it never came up: nobody answered, or the line was refused.</summary>
    public bool NeverCameUp { get; private set; }

    /// <summary>The provider's name for the leg.</summary>
    public string? ProviderLegId { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTime AskedAt { get; private init; }

    /// <summary>When it was over.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The leg of a colleague who accepted.</summary>
    public static RoomLeg Consult(CallId callId, Offer offer, DateTime now) => new()
    {
        Id = RoomLegId.New(),
        CallId = callId,
        Kind = RoomLegKind.Consult,
        AdviserId = offer.AdviserId,
        OfferId = offer.Id,
        AskedAt = now,
    };

    /// <summary>The leg of a supervisor.</summary>
    public static RoomLeg Monitor(CallId callId, AdviserId supervisor, MonitorMode mode, DateTime now) => new()
    {
        Id = RoomLegId.New(),
        CallId = callId,
        Kind = RoomLegKind.Monitor,
        AdviserId = supervisor,
        Mode = mode,
        AskedAt = now,
    };

    /// <summary>The leg of an interpreter or a local service.</summary>
    public static RoomLeg Outside(CallId callId, OutsideNumber number, AdviserId askedBy, DateTime now) => new()
    {
        Id = RoomLegId.New(),
        CallId = callId,
        Kind = RoomLegKind.Outside,
        AdviserId = askedBy,
        OutsideNumberId = number.Id,
        Number = number.Number,
        AskedAt = now,
    };

    /// <summary>Keeps the provider's name for it.</summary>
    public void Note(string providerLegId) => ProviderLegId = providerLegId;

    /// <summary>It is in the room. False when that is known already, or it is over.</summary>
    public bool Join(string providerLegId)
    {
        if (State != RoomLegState.Ringing)
        {
            return false;
        }

        ProviderLegId = providerLegId;
        State = RoomLegState.InRoom;
        return true;
    }

    /// <summary>A supervisor does something else from now on.</summary>
    public void Become(MonitorMode mode)
    {
        if (Kind != RoomLegKind.Monitor || State == RoomLegState.Ended)
        {
            throw new RuleBrokenException("leg.not-monitoring");
        }

        Mode = mode;
    }

    /// <summary>It is over, and says whether it had come up. False when that is known already.</summary>
    public bool Lose(DateTime now)
    {
        var rang = State == RoomLegState.Ringing;
        if (!End(now))
        {
            return false;
        }

        NeverCameUp = rang;
        return true;
    }

    /// <summary>Over, or the call's own leg from now on. False when it was over already.</summary>
    public bool End(DateTime now)
    {
        if (State == RoomLegState.Ended)
        {
            return false;
        }

        State = RoomLegState.Ended;
        EndedAt = now;
        return true;
    }
}
