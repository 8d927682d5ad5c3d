using System.Globalization;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>Participants: ring one in, change one, remove one.</summary>
internal static class ParticipantsApi
{
    private const int MaxParticipants = 250;

    public static IEnumerable<RestOperation> Operations =>
    [
        new(
            "POST",
            "/Conferences/{conference}/Participants.json",
            Create,
            "From To Label Timeout Muted Beep StartConferenceOnEnter EndConferenceOnExit WaitUrl WaitMethod EarlyMedia MaxParticipants "
            + "StatusCallback StatusCallbackMethod StatusCallbackEvent ConferenceRecord ConferenceTrim ConferenceStatusCallback "
            + "ConferenceStatusCallbackMethod ConferenceStatusCallbackEvent Region TimeLimit CallerId Coaching CallSidToCoach "
            + "JitterBufferSize CallReason"),
        new("GET", "/Conferences/{conference}/Participants.json", List),
        new("GET", "/Conferences/{conference}/Participants/{participant}.json", r => RestReply.Ok(Of(r, Find(r)))),
        new(
            "POST",
            "/Conferences/{conference}/Participants/{participant}.json",
            Update,
            "Hold HoldUrl HoldMethod Muted AnnounceUrl AnnounceMethod EndConferenceOnExit BeepOnExit Coaching CallSidToCoach WaitUrl WaitMethod"),
        new("DELETE", "/Conferences/{conference}/Participants/{participant}.json", Remove),
    ];

    private static ConferenceRoom Room(RestRequest request)
    {
        var room = ConferencesApi.Find(request);
        return room.IsOver ? throw new RestError(404, 16022, "Conference is not in progress") : room;
    }

    private static Participant Find(RestRequest request) =>
        Room(request).Find(request.Route("participant")) ?? throw RestError.NotFound(request.Path);

    private static RestReply Create(RestRequest request)
    {
        var world = request.World;
        var name = request.Route("conference");
        var leg = CallsApi.NewLeg(request, fallback: null, splitEvents: true);
        var settings = Settings(request);
        var room = Sids.Is(name, "CF") ? Room(request) : world.Conferences.FindLive(name);
        Check(room, settings);
        room ??= world.Conferences.GetOrCreate(name, settings);
        var participant = room.Invite(leg, settings);
        CallsApi.Dial(
            request,
            leg,
            () => new CallStep.Join(room, settings),
            () => room.Leave(participant, "participant_add_failed"));
        world.Invariants.CheckPrivate(leg, request.Text("To")!.Split('?', 2) is [_, var parameters] ? parameters : "");
        return RestReply.Created(Of(request, participant));
    }

    private static void Check(ConferenceRoom? room, ParticipantSettings settings)
    {
        if (settings.Label is { Length: > ParticipantSettings.LongestLabel } || settings.Label?.Contains('/', StringComparison.Ordinal) == true)
        {
            throw new RestError(400, 16026, "Invalid participant label");
        }

        if (room?.LabelInUse(settings.Label) == true)
        {
            throw new RestError(400, 16026, "Participant label is already in use");
        }

        if (room?.Participants.Count >= Math.Min(settings.MaxParticipants, MaxParticipants))
        {
            throw new RestError(400, 16020, "Conference is full");
        }

        CheckCoach(room, settings.Coaching, settings.CallSidToCoach);
    }

    private static void CheckCoach(ConferenceRoom? room, bool coaching, string? target)
    {
        if (!coaching)
        {
            return;
        }

        if (string.IsNullOrEmpty(target))
        {
            throw new RestError(400, 20001, "CallSidToCoach is required when Coaching is true");
        }

        if (room?.Find(target) is not { IsIn: true } coached)
        {
            throw new RestError(400, 16028, "Participant to coach is not in the conference");
        }

        if (coached.Hold)
        {
            throw new RestError(400, 16027, "Participant to coach is on hold");
        }
    }

    private static ParticipantSettings Settings(RestRequest request)
    {
        var wait = request.Text("WaitUrl");
        var events = request.Many("ConferenceStatusCallbackEvent", split: true);
        return new()
        {
            Label = request.Text("Label"),
            Muted = request.StrictFlag("Muted") ?? false,
            Beep = request.Text("Beep") ?? "true",
            StartOnEnter = request.Flag("StartConferenceOnEnter") ?? true,
            EndOnExit = request.Flag("EndConferenceOnExit") ?? false,
            Coaching = request.Flag("Coaching") ?? false,
            CallSidToCoach = request.Text("CallSidToCoach"),
            Wait = wait is { Length: > 0 } ? DocumentSource.At(request.Url("WaitUrl")!, request.Text("WaitMethod")) : null,
            SilentWait = wait == "",
            MaxParticipants = request.Number("MaxParticipants", MaxParticipants, 2, MaxParticipants),
            Region = request.Text("Region"),
            Callback = request.Url("ConferenceStatusCallback") is { Length: > 0 } callback
                ? new(callback, request.Text("ConferenceStatusCallbackMethod") ?? "POST", events.Count > 0 ? events : ["start", "end"])
                : null,
            RecordFromStart = request.Text("ConferenceRecord") is "true" or "record-from-start",
        };
    }

    private static RestReply Update(RestRequest request)
    {
        var participant = Find(request);
        if (!participant.IsIn)
        {
            throw RestError.NotFound(request.Path);
        }

        var update = new ParticipantUpdate
        {
            Hold = request.Flag("Hold"),
            // GET unless told otherwise, unlike every other webhook.
            HoldMusic = request.Url("HoldUrl") is { Length: > 0 } music ? DocumentSource.At(music, request.Text("HoldMethod") ?? "GET") : null,
            Muted = request.StrictFlag("Muted"),
            EndOnExit = request.Flag("EndConferenceOnExit"),
            Coaching = request.Flag("Coaching"),
            CallSidToCoach = request.Text("CallSidToCoach"),
        };
        CheckCoach(participant.Room, update.Coaching == true, update.CallSidToCoach ?? participant.CallSidToCoach);
        participant.Room.Update(participant, update);
        if (request.Url("AnnounceUrl") is { Length: > 0 } announce)
        {
            var source = DocumentSource.At(announce, request.Text("AnnounceMethod"));
            request.World.Background(() => new CallRunner(request.World, participant.Call).AnnounceAsync(participant, source));
        }

        return RestReply.Ok(Of(request, participant) with
        {
            Hold = update.Hold ?? participant.Hold,
            Muted = update.Muted ?? participant.Muted,
            Coaching = update.Coaching ?? participant.Coaching,
            CallSidToCoach = update.CallSidToCoach ?? participant.CallSidToCoach,
            EndConferenceOnExit = update.EndOnExit ?? participant.EndOnExit,
        });
    }

    private static RestReply Remove(RestRequest request)
    {
        var participant = Find(request);
        participant.Room.Leave(participant, "participant_updated_via_api");
        if (!participant.Joined)
        {
            participant.Call.HangUp();
        }

        return RestReply.Gone;
    }

    private static RestReply List(RestRequest request)
    {
        var now = request.World.Clock.GetUtcNow();
        var room = ConferencesApi.Find(request);
        var participants = (room.IsOver ? [] : room.Participants).Reverse()
            .Where(p => p.Visible <= now)
            .Where(p => Matches(request.Query["Hold"], p.Hold))
            .Where(p => Matches(request.Query["Muted"], p.Muted))
            .Where(p => Matches(request.Query["Coaching"], p.Coaching));
        return RestPages.Page(request, "participants", participants.Select(p => Of(request, p)));
    }

    private static bool Matches(string? wanted, bool actual) =>
        wanted is null || wanted.Equals(actual ? "true" : "false", StringComparison.OrdinalIgnoreCase);

    private static ParticipantResource Of(RestRequest request, Participant participant)
    {
        var account = request.World.Account.AccountSid;
        return new()
        {
            AccountSid = account,
            CallSid = participant.Call.Sid,
            Label = participant.Label,
            ConferenceSid = participant.Room.Sid,
            CallSidToCoach = participant.CallSidToCoach,
            Coaching = participant.Coaching,
            EndConferenceOnExit = participant.EndOnExit,
            Muted = participant.Muted,
            Hold = participant.Hold,
            StartConferenceOnEnter = participant.Settings.StartOnEnter,
            Status = participant.Status,
            QueueTime = ((long)participant.Call.QueueTime.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            DateCreated = RestJson.Date(participant.Created),
            DateUpdated = RestJson.Date(participant.Created),
            Uri = $"/2010-04-01/Accounts/{account}/Conferences/{participant.Room.Sid}/Participants/{participant.Call.Sid}.json",
        };
    }
}
