using System.Globalization;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Recordings;

/// <summary>Recordings of the account.</summary>
internal sealed class RecordingRegistry(SimulatorWorld world)
{
    private readonly List<Recording> all = [];

    public IReadOnlyList<Recording> All => all;

    public Recording? Find(string sid) => all.Find(r => r.Sid == sid);

    /// <summary>Records a leg until it is stopped or ends; redirecting the leg does not stop it.</summary>
    public Recording StartCall(SimulatedCall call, int channels, CallbackSettings? callback)
    {
        var recording = Add(new(world)
        {
            CallSid = call.Sid,
            Channels = channels,
            Source = "StartCallRecordingAPI",
            Started = world.Clock.GetUtcNow(),
            Callback = callback,
        });
        call.RecordingSid = recording.Sid;
        recording.Run();
        Notify(recording, "in-progress");
        world.Background(async () =>
        {
            await call.Ended;
            Stop(recording);
        });
        return recording;
    }

    public void StartRoom(ConferenceRoom room, CallbackSettings? callback)
    {
        var recording = Add(new(world)
        {
            CallSid = null,
            ConferenceSid = room.Sid,
            Channels = 1,
            Source = "Conference",
            Started = world.Clock.GetUtcNow(),
            Callback = callback,
        });
        recording.Run();
        Notify(recording, "in-progress");
    }

    public void RoomEnded(ConferenceRoom room)
    {
        foreach (var recording in all.Where(r => r.ConferenceSid == room.Sid).ToList())
        {
            Stop(recording);
        }
    }

    /// <summary>A message left after the beep; the file comes later.</summary>
    public Recording AddMessage(SimulatedCall call, DateTimeOffset started, TimeSpan length, CallbackSettings? callback)
    {
        var recording = Add(new(world)
        {
            CallSid = call.Sid,
            Channels = 1,
            Source = "RecordVerb",
            Started = started,
            Callback = callback,
        });
        recording.Fix(length);
        Finish(recording);
        return recording;
    }

    public void Stop(Recording recording)
    {
        if (recording.Status is RecordingStatus.InProgress or RecordingStatus.Paused)
        {
            recording.Fix(recording.Duration);
            recording.Status = RecordingStatus.Stopped;
            Finish(recording);
        }
    }

    private void Finish(Recording recording) => world.Background(async () =>
    {
        var chaos = world.Options.Chaos;
        await world.PauseAsync(world.Between(chaos.RecordingDelayMin, chaos.RecordingDelayMax), world.Stopping);
        if (recording.Status == RecordingStatus.Deleted)
        {
            return;
        }

        var absent = recording.Duration == TimeSpan.Zero;
        recording.Status = absent ? RecordingStatus.Absent : RecordingStatus.Completed;
        recording.MediaReady = !absent;
        Notify(recording, absent ? "absent" : "completed");
    });

    private Recording Add(Recording recording)
    {
        all.Add(recording);
        return recording;
    }

    private void Notify(Recording recording, string status)
    {
        if (recording.Callback is not { Url.Length: > 0 } callback || !callback.Events.Contains(status))
        {
            return;
        }

        var fields = new FieldList
        {
            { "AccountSid", world.Account.AccountSid },
            { "CallSid", recording.CallSid },
            { "ConferenceSid", recording.ConferenceSid },
            { "RecordingSid", recording.Sid },
            { "RecordingUrl", recording.MediaUrl },
            { "RecordingStatus", status },
            { "RecordingDuration", (int)recording.Duration.TotalSeconds },
            { "RecordingChannels", recording.Channels },
            { "RecordingSource", recording.Source },
            { "RecordingStartTime", recording.Started.ToString("r", CultureInfo.InvariantCulture) },
        };
        VoiceFields.AddFutureField(world, fields);
        world.Courier.Post(new() { Url = callback.Url, Method = callback.Method, Fields = fields, Sid = recording.Sid }, 15003);
    }
}
