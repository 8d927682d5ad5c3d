using System.Globalization;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Recordings;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>Recordings: start, pause, resume, stop, fetch, download, delete.</summary>
internal static class RecordingsApi
{
    public static IEnumerable<RestOperation> Operations =>
    [
        new(
            "POST",
            "/Calls/{callSid}/Recordings.json",
            Start,
            "RecordingChannels RecordingStatusCallback RecordingStatusCallbackMethod RecordingStatusCallbackEvent Trim RecordingTrack"),
        new("GET", "/Calls/{callSid}/Recordings.json", OfCall),
        new("GET", "/Calls/{callSid}/Recordings/{recordingSid}.json", r => RestReply.Ok(Of(r, Find(r)))),
        new("POST", "/Calls/{callSid}/Recordings/{recordingSid}.json", Update, "Status PauseBehavior"),
        new("DELETE", "/Calls/{callSid}/Recordings/{recordingSid}.json", Delete),
        new("GET", "/Conferences/{conference}/Recordings.json", OfConference),
        new("GET", "/Recordings.json", OfAccount),
        new("GET", "/Recordings/{recordingSid}.json", r => RestReply.Ok(Of(r, Find(r)))),
        new("DELETE", "/Recordings/{recordingSid}.json", Delete),
        new("GET", "/Recordings/{recordingSid}.wav", Media),
        new("GET", "/Recordings/{recordingSid}", Media),
    ];

    private static Recording Find(RestRequest request)
    {
        var sid = request.Route("recordingSid");
        if (sid == "Twilio.CURRENT")
        {
            var call = request.World.Calls.Find(request.Route("callSid"));
            sid = call?.RecordingSid ?? "";
        }

        return request.World.Recordings.Find(sid) ?? throw RestError.NotFound(request.Path);
    }

    private static RestReply Start(RestRequest request)
    {
        var call = CallsApi.Find(request);
        if (call.Status != CallStatus.InProgress)
        {
            throw new RestError(400, 21220, "Requested resource is not eligible for recording");
        }

        var events = request.Many("RecordingStatusCallbackEvent", split: true);
        var callback = request.Url("RecordingStatusCallback") is { Length: > 0 } url
            ? new CallbackSettings
            {
                Url = url,
                Method = request.Text("RecordingStatusCallbackMethod") ?? "POST",
                Events = events.Count > 0 ? events : ["completed"],
            }
            : null;
        var channels = request.Text("RecordingChannels") == "dual" ? 2 : 1;
        return RestReply.Created(Of(request, request.World.Recordings.StartCall(call, channels, callback)));
    }

    private static RestReply Update(RestRequest request)
    {
        var recording = Find(request);
        var status = request.Required("Status");
        if (recording.Status is not (RecordingStatus.InProgress or RecordingStatus.Paused))
        {
            throw new RestError(400, 21220, "Recording is not in progress");
        }

        switch (status)
        {
            case "paused":
                recording.Rest(request.Text("PauseBehavior") != "skip");
                recording.Status = RecordingStatus.Paused;
                break;
            case "in-progress":
                recording.Run();
                recording.Status = RecordingStatus.InProgress;
                break;
            case "stopped":
                request.World.Recordings.Stop(recording);
                break;
            default:
                throw new RestError(400, 20001, "Invalid Status");
        }

        return RestReply.Ok(Of(request, recording));
    }

    private static RestReply Delete(RestRequest request)
    {
        var recording = Find(request);
        if (recording.Status is RecordingStatus.InProgress or RecordingStatus.Paused)
        {
            throw new RestError(400, 20001, "Recording is in progress");
        }

        recording.Status = RecordingStatus.Deleted;
        recording.MediaReady = false;
        return RestReply.Gone;
    }

    private static RestReply Media(RestRequest request)
    {
        var recording = Find(request);
        return recording.MediaReady
            ? RestReply.Ok(SilentWave.Make(recording.Duration, recording.Channels))
            : throw RestError.NotFound(request.Path);
    }

    private static RestReply OfAccount(RestRequest request) => Page(
        request,
        DateTime.TryParse(request.Query["DateCreated>"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var from)
            ? request.World.Recordings.All.Where(r => r.Started.UtcDateTime >= from)
            : request.World.Recordings.All);

    private static RestReply OfCall(RestRequest request)
    {
        var call = CallsApi.Find(request);
        return Page(request, request.World.Recordings.All.Where(r => r.CallSid == call.Sid));
    }

    private static RestReply OfConference(RestRequest request)
    {
        var room = ConferencesApi.Find(request);
        return Page(request, request.World.Recordings.All.Where(r => r.ConferenceSid == room.Sid));
    }

    private static RestReply Page(RestRequest request, IEnumerable<Recording> recordings) =>
        RestPages.Page(request, "recordings", recordings.Reverse().Select(r => Of(request, r)));

    private static RecordingResource Of(RestRequest request, Recording recording)
    {
        var account = request.World.Account.AccountSid;
        return new()
        {
            AccountSid = account,
            Sid = recording.Sid,
            CallSid = recording.CallSid,
            ConferenceSid = recording.ConferenceSid,
            Channels = recording.Channels,
            Source = recording.Source,
            Status = Wire(recording.Status),
            StartTime = RestJson.Date(recording.Started),
            DateCreated = RestJson.Date(recording.Started),
            DateUpdated = RestJson.Date(recording.Started),
            Duration = ((int)recording.Duration.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            MediaUrl = recording.MediaUrl,
            Uri = $"/2010-04-01/Accounts/{account}/Recordings/{recording.Sid}.json",
        };
    }

    private static string Wire(RecordingStatus status) => status switch
    {
        RecordingStatus.InProgress => "in-progress",
        RecordingStatus.Paused => "paused",
        RecordingStatus.Stopped => "stopped",
        RecordingStatus.Completed => "completed",
        RecordingStatus.Absent => "absent",
        RecordingStatus.Deleted => "deleted",
    };
}
