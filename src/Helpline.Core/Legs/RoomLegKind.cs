namespace Helpline.Core.Legs;

/// <summary>Why somebody besides caller and adviser is in the room.</summary>
public enum RoomLegKind
{
    /// <summary>A colleague the adviser asked: to consult, to take the call over, or to talk as three.</summary>
    Consult,

    /// <summary>A supervisor who listens, whispers or joins.</summary>
    Monitor,

    /// <summary>An interpreter or a local service the adviser rang.</summary>
    Outside,
}
