using System.Xml.Linq;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.Twiml;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>Being in a conference.</summary>
internal sealed partial class CallRunner
{
    private async Task DialConferenceAsync(XElement noun, VerbFrame frame, CancellationToken cancel)
    {
        var settings = SettingsOf(noun, frame);
        var room = world.Conferences.GetOrCreate(noun.Value.Trim(), settings);
        if (room.LabelInUse(settings.Label))
        {
            throw new WebhookException(16025, frame.Document.Url ?? "inline", "participant label in use");
        }

        if (room.Participants.Count >= settings.MaxParticipants)
        {
            throw new WebhookException(16020, frame.Document.Url ?? "inline", "conference full");
        }

        if (settings.Coaching && room.Find(settings.CallSidToCoach!) is not { IsIn: true })
        {
            throw new WebhookException(13240, frame.Document.Url ?? "inline", "coached call is not in the conference");
        }

        await StayInRoomAsync(room, settings, cancel);
    }

    private static ParticipantSettings SettingsOf(XElement noun, VerbFrame frame)
    {
        var label = noun.Text("participantLabel");
        if (label is { Length: > ParticipantSettings.LongestLabel } || label?.Contains('/', StringComparison.Ordinal) == true)
        {
            throw new WebhookException(16025, frame.Document.Url ?? "inline", "bad participant label");
        }

        var wait = noun.Text("waitUrl");
        var events = noun.Words("statusCallbackEvent");
        return new()
        {
            Label = label,
            Muted = noun.Flag("muted", false),
            Beep = noun.Text("beep") ?? "true",
            StartOnEnter = noun.Flag("startConferenceOnEnter", true),
            EndOnExit = noun.Flag("endConferenceOnExit", false),
            Coaching = noun.Text("coach") is { Length: > 0 },
            CallSidToCoach = noun.Text("coach"),
            Wait = wait is { Length: > 0 } ? DocumentSource.At(frame.Document.Resolve(wait), noun.Method("waitMethod")) : null,
            SilentWait = wait == "",
            MaxParticipants = noun.Number("maxParticipants", 250),
            Region = noun.Text("region"),
            Callback = noun.Text("statusCallback") is { Length: > 0 } url
                ? new(frame.Document.Resolve(url), noun.Method("statusCallbackMethod"), events.Length > 0 ? events : ["start", "end"])
                : null,
            RecordFromStart = noun.Text("record") == "record-from-start",
            RecordingCallback = RecordingCallbackOf(noun, frame),
        };
    }

    private static CallbackSettings? RecordingCallbackOf(XElement element, VerbFrame frame) =>
        element.Text("recordingStatusCallback") is { Length: > 0 } url
            ? new()
            {
                Url = frame.Document.Resolve(url),
                Method = element.Method("recordingStatusCallbackMethod"),
                Events = element.Words("recordingStatusCallbackEvent") is { Length: > 0 } events ? events : ["completed"],
            }
            : null;

    /// <summary>Stays until the leg leaves, is removed, or the room ends.</summary>
    private async Task StayInRoomAsync(ConferenceRoom room, ParticipantSettings settings, CancellationToken cancel)
    {
        if (room.IsOver)
        {
            return;
        }

        TwimlDocument? wait = null;
        if (room.Status == ConferenceStatus.Init && settings.Wait is { } source)
        {
            // A wait document that fails stops the join.
            wait = await RequestAsync(source, DocumentContext.ConferenceWait, cancel);
        }

        var participant = room.Find(call.Sid) ?? room.Invite(call, settings);
        room.Enter(participant);
        try
        {
            while (participant.IsIn)
            {
                await SceneAsync(participant, wait, cancel);
                wait = null;
            }
        }
        finally
        {
            room.Leave(participant, call.IsOver ? "participant_hung_up" : "participant_updated_via_api");
        }
    }

    private async Task SceneAsync(Participant participant, TwimlDocument? wait, CancellationToken cancel)
    {
        using var scene = CancellationTokenSource.CreateLinkedTokenSource(cancel, participant.Scene);
        try
        {
            if (participant.Hold)
            {
                await HoldAsync(participant, scene.Token);
            }
            else if (participant.Room.Status == ConferenceStatus.Init && wait is not null)
            {
                // Played once: the service does not repeat it.
                await FollowAsync(null, wait, DocumentContext.ConferenceWait, scene.Token);
            }
            else if (participant.Room.Status == ConferenceStatus.Init && participant.Settings is { SilentWait: false, Wait: null })
            {
                call.Transcript.Add("line", "music");
            }

            await LoopWait.DelayAsync(world.Clock, Timeout.InfiniteTimeSpan, scene.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The scene changed: held, taken off hold, started, removed.
        }
        catch (WebhookException failure)
        {
            world.Report.Violation($"{failure.Code}", call.Sid, $"conference audio: {failure.Message}");
            await WaitForSceneAsync(scene.Token, cancel);
        }
    }

    private async Task WaitForSceneAsync(CancellationToken scene, CancellationToken cancel)
    {
        try
        {
            await LoopWait.DelayAsync(world.Clock, Timeout.InfiniteTimeSpan, scene);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Silence until something changes.
        }
    }

    private async Task HoldAsync(Participant participant, CancellationToken scene)
    {
        call.Transcript.Add("line", "held");
        while (participant.HoldMusic is { } music)
        {
            var started = world.Clock.GetUtcNow();
            var exit = await FollowAsync(music, null, DocumentContext.ConferenceWait, scene);
            if (exit is not VerbExit.NextVerb)
            {
                return;
            }

            if (world.Clock.GetUtcNow() - started < ShortestWaitRound)
            {
                await world.PauseAsync(ShortestWaitRound, scene);
            }
        }
    }

    /// <summary>Plays an announcement over whatever the leg hears.</summary>
    public async Task AnnounceAsync(Participant participant, DocumentSource source)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.Execution, world.Stopping);
        try
        {
            await FollowAsync(source, null, DocumentContext.ConferenceWait, stop.Token);
            participant.Room.Emit("announcement-end", participant);
        }
        catch (WebhookException failure)
        {
            world.Report.Note($"{failure.Code}", call.Sid, $"announcement: {failure.Message}");
            participant.Room.Emit("announcement-fail", participant);
        }
    }
}
