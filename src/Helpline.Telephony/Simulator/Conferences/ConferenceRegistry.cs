using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.Conferences;

/// <summary>Rooms of the account. A name is free again once its conference is over.</summary>
internal sealed class ConferenceRegistry(SimulatorWorld world)
{
    private readonly List<ConferenceRoom> all = [];

    public IReadOnlyList<ConferenceRoom> All => all;

    public ConferenceRoom? Find(string sid) => all.Find(r => r.Sid == sid);

    public ConferenceRoom? FindLive(string name) => all.Find(r => r.Name == name && !r.IsOver);

    /// <summary>The live room of that name, or a new one on the first participant's terms.</summary>
    public ConferenceRoom GetOrCreate(string name, ParticipantSettings settings)
    {
        if (FindLive(name) is { } live)
        {
            return live;
        }

        world.Invariants.CheckPrivate(null, name);
        var room = new ConferenceRoom(world, name, settings);
        all.Add(room);
        return room;
    }

    /// <summary>The participant a leg is at present.</summary>
    public Participant? Of(SimulatedCall call) =>
        all.Where(r => !r.IsOver).SelectMany(r => r.Participants).FirstOrDefault(p => p.Call == call && p.IsIn);
}
