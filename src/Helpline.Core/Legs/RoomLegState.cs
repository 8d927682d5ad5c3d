namespace Helpline.Core.Legs;

/// <summary>How far a further leg has come. It only moves forward.</summary>
public enum RoomLegState
{
    /// <summary>Its line is being brought up.</summary>
    Ringing,

    /// <summary>It is in the room.</summary>
    InRoom,

    /// <summary>Over, or the call's own leg by now.</summary>
    Ended,
}
