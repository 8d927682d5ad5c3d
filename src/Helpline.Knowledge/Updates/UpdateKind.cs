namespace Helpline.Knowledge.Updates;

/// <summary>What sort of news an update is.</summary>
public enum UpdateKind
{
    /// <summary>A new or changed Act or regulations.</summary>
    Legislation,

    /// <summary>A judgment.</summary>
    Case,

    /// <summary>New or changed guidance.</summary>
    Guidance,

    /// <summary>An announcement that is not law.</summary>
    Policy,
}
