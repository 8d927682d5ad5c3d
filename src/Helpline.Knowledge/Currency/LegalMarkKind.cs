namespace Helpline.Knowledge.Currency;

/// <summary>What an editor has recorded about a node.</summary>
public enum LegalMarkKind
{
    /// <summary>It changed on that day; whatever cites it must be looked at again.</summary>
    Changed,

    /// <summary>It was reviewed on that day and stands.</summary>
    Reviewed,

    /// <summary>It is wrong and must not be used.</summary>
    Wrong,

    /// <summary>What was wrong has been put right, or was not wrong.</summary>
    Righted,
}
