using System.Net;
using Helpline.Core.Calls;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Rest;

namespace Helpline.Telephony.Control;

/// <summary>Who is in a call's room at Twilio. A room's name may have served more than one conference; the open one counts.</summary>
internal sealed class TwilioRooms(TwilioRestClient rest)
{
    /// <summary>The legs in the open conference of the room; empty when there is none.</summary>
    public async Task<IReadOnlyList<ParticipantResource>> LegsAsync(CallRef call, CancellationToken cancellationToken)
    {
        if (call.ProviderRoomId is { } known)
        {
            var legs = await ListAsync(known, cancellationToken);
            if (legs.Count > 0)
            {
                return legs;
            }
        }

        return await OpenAsync(call.Room, cancellationToken) is { } open && open != call.ProviderRoomId ? await ListAsync(open, cancellationToken) : [];
    }

    /// <summary>The caller in the room; null when the caller is elsewhere.</summary>
    public async Task<ParticipantResource?> CallerAsync(CallRef call, CancellationToken cancellationToken) =>
        Caller(await LegsAsync(call, cancellationToken), call);

    /// <summary>The caller among a room's legs.</summary>
    public static ParticipantResource? Caller(IEnumerable<ParticipantResource> legs, CallRef call) =>
        legs.FirstOrDefault(leg => leg.CallSid == call.ProviderCallId && IsIn(leg));

    /// <summary>The adviser's leg an offer brought up, if it is in the room.</summary>
    public static ParticipantResource? Adviser(IEnumerable<ParticipantResource> legs, Core.Routing.OfferId offer) =>
        legs.FirstOrDefault(leg => leg.Label == Labels.Of(offer) && IsIn(leg));

    /// <summary>Whether the leg is in the room: the list also holds legs that still ring, and those that have left.</summary>
    public static bool IsIn(ParticipantResource leg) => leg.Status is "connected" or "";

    private async Task<string?> OpenAsync(string room, CancellationToken cancellationToken)
    {
        await foreach (var conference in rest.ListConferencesAsync(room: room, cancellation: cancellationToken))
        {
            if (conference.Status != "completed")
            {
                return conference.Sid;
            }
        }

        return null;
    }

    // A conference that is over has no legs, whichever way the service says so.
    private async Task<List<ParticipantResource>> ListAsync(string conference, CancellationToken cancellationToken)
    {
        List<ParticipantResource> legs = [];
        try
        {
            await foreach (var leg in rest.ListParticipantsAsync(conference, cancellation: cancellationToken))
            {
                legs.Add(leg);
            }
        }
        catch (TwilioRestException gone) when (gone.Status == HttpStatusCode.NotFound || gone.Code == TwilioErrorCodes.ConferenceGone)
        {
            legs.Clear();
        }

        return legs;
    }
}
