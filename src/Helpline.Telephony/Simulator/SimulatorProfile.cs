namespace Helpline.Telephony.Simulator;

/// <summary>Starting point for the knobs; configuration then overrides single ones.</summary>
internal enum SimulatorProfile
{
    /// <summary>A good day: short delays, an occasional duplicate. For a developer's machine.</summary>
    Gentle,

    /// <summary>A bad day: everything the contract allows to go wrong does, now and then.</summary>
    Hostile,

    /// <summary>Nothing goes wrong by itself; a test scripts its own faults.</summary>
    Faultless,
}
