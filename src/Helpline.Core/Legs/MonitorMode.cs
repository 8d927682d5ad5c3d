namespace Helpline.Core.Legs;

/// <summary>What a supervisor on a call does. The adviser always sees which.</summary>
public enum MonitorMode
{
    /// <summary>Hears both and is heard by nobody.</summary>
    Listen,

    /// <summary>Is heard by the adviser alone.</summary>
    Whisper,

    /// <summary>Is heard by both.</summary>
    Join,
}
