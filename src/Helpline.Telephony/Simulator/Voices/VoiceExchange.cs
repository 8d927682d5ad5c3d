using System.Security.Cryptography;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;

namespace Helpline.Telephony.Simulator.Voices;

/// <summary>
/// Lets real microphones take part in simulated conferences. The sound goes from browser to browser; who hears whom is what
/// <see cref="ConferenceRoom.Hears"/> says, and no end learns of another outside a conference both are in. Runs on the loop.
/// </summary>
internal sealed class VoiceExchange(SimulatorWorld world)
{
    private readonly List<VoiceEnd> ends = [];
    private long version;

    /// <summary>A page speaks for a leg from now on: for one call, or for whatever rings a <c>client:</c> address. The page before it no longer does.</summary>
    public VoiceEnd Attach(string address, IVoicePage page)
    {
        if (ends.Find(e => e.Address == address) is { } before)
        {
            ends.Remove(before);
            before.Page.Room(VoiceRoom.None(++version, replaced: true));
            Tell(before.Room);
        }

        var end = new VoiceEnd(RandomNumberGenerator.GetHexString(32, lowercase: true), address, page);
        ends.Add(end);
        var room = world.Conferences.All.FirstOrDefault(r => !r.IsOver && PlaceOf(end, r) is not null);
        if (room is null)
        {
            page.Room(VoiceRoom.None(++version));
        }
        else
        {
            RoomChanged(room);
        }

        return end;
    }

    /// <summary>The page is gone.</summary>
    public void Detach(VoiceEnd end)
    {
        if (ends.Remove(end))
        {
            Tell(end.Room);
        }
    }

    /// <summary>Passes a step on. False when the two ends are not in one conference that has begun.</summary>
    public bool Send(VoiceEnd from, string to, VoiceSignal signal)
    {
        if (!signal.IsValid || !ends.Contains(from) || ends.Find(e => e.Id == to) is not { } peer || !AreTogether(from, peer))
        {
            return false;
        }

        peer.Page.Signal(from.Id, signal);
        return true;
    }

    /// <summary>Who is in the room, or who hears whom there, has changed.</summary>
    public void RoomChanged(ConferenceRoom room)
    {
        if (ends.Count == 0)
        {
            return;
        }

        foreach (var end in ends)
        {
            if (!room.IsOver && PlaceOf(end, room) is not null)
            {
                end.Room = room;
            }
            else if (end.Room == room)
            {
                end.Room = null;
                end.Page.Room(VoiceRoom.None(++version));
            }
        }

        Tell(room);
    }

    private void Tell(ConferenceRoom? room)
    {
        foreach (var end in ends.Where(e => room is not null && e.Room == room).ToList())
        {
            end.Page.Room(View(end, room!));
        }
    }

    private VoiceRoom View(VoiceEnd end, ConferenceRoom room)
    {
        var me = PlaceOf(end, room)!;
        var peers = ends
            .Where(other => other != end && AreTogether(end, other))
            .Select(other => (Id: other.Id, Place: PlaceOf(other, room)!))
            .Select(other => new VoicePeer(
                other.Id, string.CompareOrdinal(end.Id, other.Id) < 0, room.Hears(me, other.Place), room.Hears(other.Place, me)));
        return new(++version, true, me.Hold, me.Muted, false, [.. peers]);
    }

    private static bool AreTogether(VoiceEnd one, VoiceEnd other) =>
        one != other && one.Room is { Status: ConferenceStatus.InProgress } room && other.Room == room;

    private static Participant? PlaceOf(VoiceEnd end, ConferenceRoom room) =>
        room.Participants.FirstOrDefault(p => p.IsIn && IsAt(end, p.Call));

    private static bool IsAt(VoiceEnd end, SimulatedCall call) => end.Address == call.Sid || end.Address == call.To;
}

/// <summary>A page that speaks and hears for a leg.</summary>
internal sealed class VoiceEnd(string id, string address, IVoicePage page)
{
    /// <summary>128 random bits.</summary>
    public string Id => id;

    /// <summary>A call's sid, or <c>client:identity</c>.</summary>
    public string Address => address;

    public IVoicePage Page => page;

    /// <summary>The conference the leg is in; null when it is in none.</summary>
    public ConferenceRoom? Room { get; set; }
}
