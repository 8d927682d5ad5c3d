using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;

namespace Helpline.Core.Calls;

/// <summary>
/// A provider's phone session belonging to a contact. What the provider says may come twice, late or out of order, so every step
/// asks for the state it starts from and a late one is refused, not thrown. Moments are UTC.
/// </summary>
public sealed partial class Call : Entity
{
    /// <summary>Longest identifier a provider gives, in characters.</summary>
    public const int ProviderIdLength = 64;

    private Call()
    {
    }

    /// <summary>Names the call.</summary>
    public CallId Id { get; private init; }

    /// <summary>The contact.</summary>
    public ContactId ContactId { get; private init; }

    /// <summary>The provider's name for the caller's leg; another when the caller is rung back. Unique.</summary>
    public string ProviderCallId { get; private set; } = "";

    /// <summary>How far it has come.</summary>
    public CallState State { get; private set; }

    /// <summary>Since when.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>The room for caller and adviser; says nothing about either.</summary>
    public string Room { get; private init; } = "";

    /// <summary>The provider's name for the room, once open.</summary>
    public string? ProviderRoomId { get; private set; }

    /// <summary>The accepted offer behind the adviser's leg; the leg's label is made from it.</summary>
    public OfferId? OfferId { get; private set; }

    /// <summary>The provider's name for the adviser's leg.</summary>
    public string? AdviserLegId { get; private set; }

    /// <summary>The provider's name for the queue the caller waits in.</summary>
    public string? ProviderQueueId { get; private set; }

    /// <summary>Since when the caller is on hold; null when not.</summary>
    public DateTime? HeldSince { get; private set; }

    /// <summary>The provider's name for the message left, if any.</summary>
    public string? RecordingId { get; private set; }

    /// <summary>The message's length in seconds.</summary>
    public int? RecordingSeconds { get; private set; }

    /// <summary>When the call was over.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Whether the caller is in the room rather than in the queue.</summary>
    public bool CallerInRoom => State is CallState.Connected or CallState.Reconnecting or CallState.WithOutside || (ReconnectsCaller && State is CallState.Connecting or CallState.Bridging);

    /// <summary>Whether the adviser's leg now coming up takes over a caller who is held in the room.</summary>
    public bool ReconnectsCaller { get; private set; }

    /// <summary>A call that has just reached us.</summary>
    public static Call Start(ContactId contactId, string providerCallId, DateTime now)
    {
        var id = CallId.New();
        return new Call
        {
            Id = id,
            ContactId = contactId,
            ProviderCallId = providerCallId,
            StateSince = now,
            Room = $"c-{id.Value:n}",
        };
    }

    /// <summary>Flow to queue. False when the call has moved on.</summary>
    public bool Queue(DateTime now) => Move(CallState.Queued, now, CallState.InFlow);

    /// <summary>Keeps the provider's name for the queue.</summary>
    public void NoteQueue(string providerQueueId) => ProviderQueueId = providerQueueId;

    /// <summary>Flow or queue to leaving a message. False when the call has moved on.</summary>
    public bool LeaveMessage(DateTime now) => Move(CallState.Voicemail, now, CallState.InFlow, CallState.Queued);

    /// <summary>Keeps where the message is. Wherever we took the caller to wait, they were leaving it; one who keeps their place keeps it.</summary>
    public void KeepMessage(string recordingId, int seconds, DateTime now)
    {
        RecordingId = recordingId;
        RecordingSeconds = seconds;
        Move(CallState.Voicemail, now, CallState.InFlow, CallState.Queued, CallState.Arranging);
    }

    /// <summary>An adviser accepted. False when the caller has moved on.</summary>
    public bool Connect(OfferId offerId, DateTime now)
    {
        var reconnects = State == CallState.Reconnecting;
        if (!Move(CallState.Connecting, now, CallState.Queued, CallState.Reconnecting, CallState.PlaceKept))
        {
            return false;
        }

        OfferId = offerId;
        AdviserLegId = null;
        ReconnectsCaller = reconnects;
        return true;
    }

    /// <summary>Keeps the provider's names for the adviser's leg and the room.</summary>
    public void NoteAdviserLeg(string adviserLegId, string? providerRoomId)
    {
        AdviserLegId = adviserLegId;
        ProviderRoomId = providerRoomId ?? ProviderRoomId;
    }

    /// <summary>The adviser is in the room. False when the offer is not the current one or the call has moved on.</summary>
    public bool Bridge(OfferId offerId, DateTime now) => OfferId == offerId && Move(CallState.Bridging, now, CallState.Connecting);

    /// <summary>Caller and adviser can talk. False when the call has moved on.</summary>
    public bool Join(DateTime now)
    {
        // A late word that they met must not take a held caller off hold on paper.
        if (!Move(CallState.Connected, now, CallState.Bridging, CallState.Connecting))
        {
            return false;
        }

        ReconnectsCaller = false;
        RingsCaller = false;
        RungAt = null;
        HeldSince = null;
        return true;
    }

    /// <summary>The adviser's leg did not come up: back to where the caller waits. False when the call has moved on.</summary>
    public bool FallBack(OfferId offerId, DateTime now)
    {
        if (OfferId != offerId || !Move(Waits, now, CallState.Connecting, CallState.Bridging))
        {
            return false;
        }

        ForgetAdviser();
        return true;
    }

    /// <summary>The adviser's leg was lost during the conversation. False when the call has moved on.</summary>
    public bool LoseAdviser(OfferId offerId, DateTime now)
    {
        if (OfferId != offerId || !Move(CallState.Reconnecting, now, CallState.Connected))
        {
            return false;
        }

        ForgetAdviser();
        return true;
    }

    /// <summary>Puts the caller on hold or takes them off it. False when there is nothing to change.</summary>
    public bool Hold(bool onHold, DateTime now)
    {
        if (State != CallState.Connected || onHold == HeldSince.HasValue)
        {
            return false;
        }

        HeldSince = onHold ? now : null;
        return true;
    }

    /// <summary>The leg of a colleague who is in the room becomes the adviser's.</summary>
    public void HandOver(OfferId offerId, string? adviserLegId)
    {
        if (State != CallState.Connected)
        {
            throw new RuleBrokenException("call.not-connected");
        }

        OfferId = offerId;
        AdviserLegId = adviserLegId;
    }

    /// <summary>The adviser leaves caller and somebody from outside together. False while the caller is held, or when the call has moved on.</summary>
    public bool LeaveWithOutside(DateTime now)
    {
        if (HeldSince is not null || !Move(CallState.WithOutside, now, CallState.Connected))
        {
            return false;
        }

        // A line that belongs to nothing any more is dropped, whoever sees it.
        OfferId = null;
        AdviserLegId = null;
        return true;
    }

    /// <summary>Conversation to survey. False when the call has moved on.</summary>
    public bool Survey(DateTime now) => Move(CallState.Survey, now, CallState.Connected, CallState.WithOutside);

    /// <summary>Over, from wherever it stood. False when it was over already.</summary>
    public bool End(DateTime now)
    {
        if (State == CallState.Ended)
        {
            return false;
        }

        State = CallState.Ended;
        StateSince = now;
        EndedAt = now;
        HeldSince = null;
        return true;
    }

    // Where the caller waits while no adviser is on the way.
    private CallState Waits => ReconnectsCaller ? CallState.Reconnecting : RingsCaller ? CallState.PlaceKept : CallState.Queued;

    private void ForgetAdviser()
    {
        OfferId = null;
        RungAt = null;
        IsWithoutLine = RingsCaller;
        AdviserLegId = null;
        HeldSince = null;
        ReconnectsCaller = false;
    }

    private bool Move(CallState to, DateTime now, params ReadOnlySpan<CallState> from)
    {
        if (!from.Contains(State))
        {
            return false;
        }

        State = to;
        StateSince = now;
        return true;
    }
}
