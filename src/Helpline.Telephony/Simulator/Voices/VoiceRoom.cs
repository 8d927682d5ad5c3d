namespace Helpline.Telephony.Simulator.Voices;

/// <summary>What a page that speaks for a leg has to do now.</summary>
/// <param name="Version">Counts up; of two views the higher is the later, whichever came first.</param>
/// <param name="Joined">Whether the leg is in a conference that has begun or is waiting in one.</param>
/// <param name="Music">On hold: our hold music plays.</param>
/// <param name="Muted">The service lets nothing of it through.</param>
/// <param name="Replaced">Another window speaks for the leg now.</param>
/// <param name="Peers">The other ends in the conference.</param>
internal sealed record VoiceRoom(long Version, bool Joined, bool Music, bool Muted, bool Replaced, IReadOnlyList<VoicePeer> Peers)
{
    /// <summary>Nothing to hear and nobody to speak to.</summary>
    public static VoiceRoom None(long version, bool replaced = false) => new(version, false, false, false, replaced, []);
}

/// <summary>Another end in the conference.</summary>
/// <param name="Id">Unguessable, and worth something only while both are in the conference.</param>
/// <param name="Offers">Whether this end opens the connection; the other waits for it.</param>
/// <param name="Heard">Whether the peer is heard here.</param>
/// <param name="Hears">Whether the peer hears this end.</param>
internal sealed record VoicePeer(string Id, bool Offers, bool Heard, bool Hears);

/// <summary>One step of opening a connection between two browsers: what kind, and the browser's own text.</summary>
internal sealed record VoiceSignal(string Kind, string Text)
{
    /// <summary>The longest text passed on, in characters: many times what a browser writes.</summary>
    public const int LongestText = 20_000;

    /// <summary>Whether it is one we pass on.</summary>
    public bool IsValid => Kind is "offer" or "answer" or "candidate" && Text is { Length: > 0 and <= LongestText };
}

/// <summary>Where a page is told.</summary>
internal interface IVoicePage
{
    /// <summary>What to do now.</summary>
    void Room(VoiceRoom room);

    /// <summary>A step from a peer.</summary>
    void Signal(string from, VoiceSignal signal);
}
