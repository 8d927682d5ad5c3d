using System.Globalization;
using Helpline.Core.Calls;
using Helpline.Core.Routing;
using Helpline.Telephony.Control;
using Helpline.Telephony.Rest;
using Helpline.Telephony.Signing;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Flow;

/// <summary>What Twilio tells without waiting for a document. It may come twice, late, in any order, or never.</summary>
internal sealed class Callbacks(CallService calls, CallLines lines, LegLines legs, StrayMessages messages, FlowUrls urls)
{
    /// <summary>A message is ready, or turned out empty.</summary>
    public async Task<IResult> RecordingAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        if (urls.StepOf(http.Request, form["CallSid"], Paths.Recording) is null)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (Message(form) is { } message)
        {
            await calls.KeepVoicemailAsync(form["CallSid"], message.Id, message.Seconds, cancellationToken);
        }

        return Results.NoContent();
    }

    /// <summary>A message was left through the static fallback document, of a call we may never have heard of.</summary>
    public async Task<IResult> FallbackMessageAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        if (Message(form) is { } message && form["CallSid"] is { Length: > 0 and <= Call.ProviderIdLength } callSid)
        {
            await messages.KeepAsync(callSid, message.Id, message.Seconds, cancellationToken);
        }

        return Results.NoContent();
    }

    private static (string Id, int Seconds)? Message(TwilioForm form)
    {
        var known = int.TryParse(form["RecordingDuration"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return form["RecordingStatus"] == "completed" && known && seconds > 0 && form["RecordingSid"] is { Length: > 0 and <= Call.ProviderIdLength } id
            ? (id, seconds)
            : null;
    }

    /// <summary>The leg of an adviser goes its way.</summary>
    public async Task<IResult> AdviserLegAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        var offerText = http.Request.Query["offer"].ToString();
        if (urls.StepOf(http.Request, offerText, Paths.AdviserLeg) is null || !OfferId.TryParse(offerText, out var offer))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        switch (CallStatusNames.Parse(form["CallStatus"]))
        {
            case CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer or CallStatus.Canceled or CallStatus.Completed:
                await StaffGoneAsync(Labels.Of(offer), cancellationToken);
                break;
            case CallStatus.Queued or CallStatus.Initiated or CallStatus.Ringing or CallStatus.InProgress:
                if (!await legs.SeenAsync(offer, form["CallSid"], cancellationToken))
                {
                    await lines.AdviserLegSeenAsync(offer, form["CallSid"], cancellationToken);
                }

                break;
            case CallStatus.Unknown:
                break;
        }

        return Results.NoContent();
    }

    /// <summary>The leg of a supervisor, or one from outside, goes its way.</summary>
    public async Task<IResult> NamedLegAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        var label = http.Request.Query["leg"].ToString();
        if (urls.StepOf(http.Request, label, Paths.NamedLeg) is null || !Labels.TryNamed(label, out var leg))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (CallStatusNames.Parse(form["CallStatus"]).IsOver())
        {
            await legs.GoneAsync(label, cancellationToken);
        }
        else
        {
            await legs.SeenAsync(leg, form["CallSid"], cancellationToken);
        }

        return Results.NoContent();
    }

    /// <summary>Something happened in a room.</summary>
    public async Task<IResult> RoomAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        var room = http.Request.Query["room"].ToString();
        if (urls.StepOf(http.Request, room, Paths.Room) is null || form["FriendlyName"] != room)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var label = form["ParticipantLabel"];
        switch (form["StatusCallbackEvent"])
        {
            case "participant-join" when await legs.JoinedAsync(label, form["CallSid"], cancellationToken):
                break;
            case "participant-join" when Labels.TryOffer(label, out var offer):
                await lines.AdviserJoinedAsync(offer, form["CallSid"], form["ConferenceSid"], cancellationToken);
                break;
            case "participant-join" when label == Labels.Caller:
            case "conference-start":
                await lines.CallerSeenInRoomAsync(room, form["ConferenceSid"], cancellationToken);
                break;
            case "participant-leave" when label != Labels.Caller:
                if (form["ReasonParticipantLeft"] is not ("moderator_ended_conference" or "conference_ended_via_api"))
                {
                    await StaffGoneAsync(label, cancellationToken);
                }

                break;
            case "participant-leave" when label == Labels.Caller && CallStatusNames.Parse(form["ParticipantCallStatus"]).IsOver():
                await calls.CallerLeftAsync(form["CallSid"], cancellationToken);
                break;
            default:
                break;
        }

        return Results.NoContent();
    }

    private async Task StaffGoneAsync(string label, CancellationToken cancellationToken)
    {
        if (!await legs.GoneAsync(label, cancellationToken) && Labels.TryOffer(label, out var offer))
        {
            await lines.AdviserGoneAsync(offer, cancellationToken);
        }
    }
}
