namespace Helpline.Knowledge.LetterChecks;

/// <summary>What somebody with a letter in hand says to a question about it.</summary>
public enum LetterAnswer
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>They cannot tell.</summary>
    NotSure,
}
