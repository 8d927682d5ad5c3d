namespace Helpline.Knowledge.Currency;

/// <summary>Why something is not green.</summary>
public enum CurrencyReasonKind
{
    /// <summary>An editor marked it wrong.</summary>
    MarkedWrong,

    /// <summary>It changed after it was last checked.</summary>
    Changed,

    /// <summary>Its review date has come.</summary>
    ReviewDue,

    /// <summary>What it says is not law yet.</summary>
    NotYetLaw,

    /// <summary>What it says is law no longer.</summary>
    NoLongerLaw,

    /// <summary>Something it cites changed after it was last checked.</summary>
    CitedChanged,

    /// <summary>A provision it cites is law no longer.</summary>
    CitedNoLongerLaw,

    /// <summary>Something it cites is marked wrong.</summary>
    CitedWrong,
}
