using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>Conferences: fetch, list, end, announce. By SID only.</summary>
internal static class ConferencesApi
{
    public static IEnumerable<RestOperation> Operations =>
    [
        new("GET", "/Conferences.json", List),
        new("GET", "/Conferences/{conference}.json", r => RestReply.Ok(Of(r, Find(r)))),
        new("POST", "/Conferences/{conference}.json", Update, "Status AnnounceUrl AnnounceMethod"),
    ];

    /// <summary>A conference by SID; a friendly name is not found.</summary>
    public static ConferenceRoom Find(RestRequest request) =>
        request.World.Conferences.Find(request.Route("conference")) ?? throw RestError.NotFound(request.Path);

    private static RestReply Update(RestRequest request)
    {
        var room = Find(request);
        if (room.IsOver)
        {
            throw new RestError(404, 16022, "Conference is not in progress");
        }

        if (request.Url("AnnounceUrl") is { Length: > 0 } announce)
        {
            var source = DocumentSource.At(announce, request.Text("AnnounceMethod"));
            foreach (var participant in room.Participants.Where(p => p.IsIn))
            {
                request.World.Background(() => new CallRunner(request.World, participant.Call).AnnounceAsync(participant, source));
            }
        }

        switch (request.Text("Status"))
        {
            case "completed":
                room.End("conference-ended-via-api", "conference_ended_via_api", null);
                break;
            case null:
                break;
            default:
                throw new RestError(400, 20001, "Invalid Status");
        }

        return RestReply.Ok(Of(request, room));
    }

    private static RestReply List(RestRequest request)
    {
        var (status, name) = ((string?)request.Query["Status"], (string?)request.Query["FriendlyName"]);
        var rooms = request.World.Conferences.All.Reverse()
            .Where(r => status is null || Wire(r.Status) == status)
            .Where(r => name is null || r.Name == name);
        return RestPages.Page(request, "conferences", rooms.Select(r => Of(request, r)));
    }

    private static string Wire(ConferenceStatus status) => status switch
    {
        ConferenceStatus.Init => "init",
        ConferenceStatus.InProgress => "in-progress",
        ConferenceStatus.Completed => "completed",
    };

    private static ConferenceResource Of(RestRequest request, ConferenceRoom room)
    {
        var account = request.World.Account.AccountSid;
        var uri = $"/2010-04-01/Accounts/{account}/Conferences/{room.Sid}";
        return new()
        {
            AccountSid = account,
            Sid = room.Sid,
            FriendlyName = room.Name,
            Region = room.Region,
            Status = Wire(room.Status),
            ReasonConferenceEnded = room.ReasonEnded,
            CallSidEndingConference = room.CallSidEnding,
            DateCreated = RestJson.Date(room.Created),
            DateUpdated = RestJson.Date(room.Created),
            Uri = uri + ".json",
            SubresourceUris = new Dictionary<string, string>
            {
                ["participants"] = uri + "/Participants.json",
                ["recordings"] = uri + "/Recordings.json",
            },
        };
    }
}
