namespace Helpline.Knowledge.Letters;

/// <summary>What is written into a field of a letter.</summary>
public enum LetterFieldKind
{
    /// <summary>A line.</summary>
    Text,

    /// <summary>A day, given as YYYY-MM-DD.</summary>
    Date,

    /// <summary>Several lines.</summary>
    LongText,
}
