namespace Helpline.Knowledge.Deadlines;

/// <summary>What sort of time limit it is.</summary>
public enum DeadlineKind
{
    /// <summary>Laid down by an Act or by regulations.</summary>
    Statutory,

    /// <summary>Set by the Tribunal's directions.</summary>
    TribunalDirection,

    /// <summary>Recommended by guidance.</summary>
    Guidance,

    /// <summary>A limit on an amount, not a date.</summary>
    Limit,

    /// <summary>Usual under a pre-action protocol.</summary>
    Protocol,
}
