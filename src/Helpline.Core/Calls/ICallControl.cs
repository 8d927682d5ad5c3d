using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Legs;
using Helpline.Core.Routing;

namespace Helpline.Core.Calls;

/// <summary>What came of a request to the phone provider.</summary>
public enum CallControlOutcome
{
    /// <summary>Done, or under way.</summary>
    Done,

    /// <summary>The provider refused; nothing happened.</summary>
    Refused,

    /// <summary>The caller has hung up.</summary>
    CallerGone,

    /// <summary>No answer: it may or may not have happened. The reconciler finds out.</summary>
    Unknown,
}

/// <summary>A call as the phone door needs to know it. Nothing personal.</summary>
public sealed record CallRef
{
    /// <summary>The call.</summary>
    public required CallId CallId { get; init; }

    /// <summary>The contact, to find its place in the queue by.</summary>
    public required ContactId ContactId { get; init; }

    /// <summary>The provider's name for the caller's leg.</summary>
    public required string ProviderCallId { get; init; }

    /// <summary>The room for caller and adviser.</summary>
    public required string Room { get; init; }

    /// <summary>The provider's name for the room, once open.</summary>
    public string? ProviderRoomId { get; init; }

    /// <summary>The provider's name for the adviser's leg, once there is one.</summary>
    public string? AdviserLegId { get; init; }

    /// <summary>The provider's name for the queue.</summary>
    public string? ProviderQueueId { get; init; }

    /// <summary>How far the call has come.</summary>
    public required CallState State { get; init; }

    /// <summary>Whether the caller is in the room, talking or held, rather than in the queue.</summary>
    public bool CallerInRoom { get; init; }

    /// <summary>The accepted offer behind the adviser's leg.</summary>
    public OfferId? OfferId { get; init; }

    /// <summary>Whether the caller is to be rung, or is being rung, rather than on the line.</summary>
    public bool RingsCaller { get; init; }

    /// <summary>Whether the caller has no leg that we know of.</summary>
    public bool IsWithoutLine { get; init; }

    /// <summary>Since when the caller is being rung, UTC; null when they are not.</summary>
    public DateTime? RungAt { get; init; }

    /// <summary>The reference to a call as it is now.</summary>
    public static CallRef Of(Call call) => new()
    {
        CallId = call.Id,
        ContactId = call.ContactId,
        ProviderCallId = call.ProviderCallId,
        Room = call.Room,
        ProviderRoomId = call.ProviderRoomId,
        AdviserLegId = call.AdviserLegId,
        ProviderQueueId = call.ProviderQueueId,
        State = call.State,
        CallerInRoom = call.CallerInRoom,
        OfferId = call.OfferId,
        RingsCaller = call.RingsCaller,
        IsWithoutLine = call.IsWithoutLine,
        RungAt = call.RungAt,
    };
}

/// <summary>The leg to bring up for an adviser who accepted.</summary>
/// <param name="Call">The call.</param>
/// <param name="AdviserId">The adviser.</param>
/// <param name="OfferId">The accepted offer; the leg's label is made from it, so that a leg is never made twice.</param>
public sealed record AdviserLeg(CallRef Call, AdviserId AdviserId, OfferId OfferId);

/// <summary>The phone provider, as Core sees it. Implemented in Telephony; each call returns an outcome and throws only when cancelled.</summary>
public interface ICallControl
{
    /// <summary>Brings the adviser's line into the call's room. The caller follows when it is there.</summary>
    Task<CallControlOutcome> ConnectAsync(AdviserLeg leg, CancellationToken cancellationToken);

    /// <summary>Puts the caller on hold.</summary>
    Task<CallControlOutcome> HoldAsync(CallRef call, CancellationToken cancellationToken);

    /// <summary>Takes the caller off hold.</summary>
    Task<CallControlOutcome> ResumeAsync(CallRef call, CancellationToken cancellationToken);

    /// <summary>Ends the conversation: the caller goes on to the survey, the adviser's line is released.</summary>
    Task<CallControlOutcome> EndAsync(CallRef call, CancellationToken cancellationToken);

    /// <summary>Ends the caller's line at once, with no survey; the room ends with it.</summary>
    Task<CallControlOutcome> HangUpAsync(CallRef call, CancellationToken cancellationToken);

    /// <summary>Drops the adviser's line, wherever it is; the caller is not touched.</summary>
    Task<CallControlOutcome> ReleaseAdviserAsync(CallRef call, CancellationToken cancellationToken);

    /// <summary>Holds a caller who is being passed on to somebody else; they hear that.</summary>
    Task<CallControlOutcome> HoldForTransferAsync(CallRef call, CancellationToken cancellationToken);

    /// <summary>Brings a colleague's or supervisor's line into the room.</summary>
    Task<CallControlOutcome> AddLegAsync(RoomLegRef leg, CancellationToken cancellationToken);

    /// <summary>Lets a supervisor listen, whisper or join. At no moment does the caller hear a whisper.</summary>
    Task<CallControlOutcome> SetMonitorAsync(RoomLegRef leg, MonitorMode mode, CancellationToken cancellationToken);

    /// <summary>Drops a colleague's or supervisor's line; nobody else is touched.</summary>
    Task<CallControlOutcome> DropLegAsync(RoomLegRef leg, CancellationToken cancellationToken);
}
