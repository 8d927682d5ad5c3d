namespace Helpline.Knowledge.Deadlines;

/// <summary>How far a rule has been checked against a source.</summary>
public enum DeadlineConfidence
{
    /// <summary>Read in a source.</summary>
    Checked,

    /// <summary>Checked but for the parts the note names.</summary>
    PartlyChecked,

    /// <summary>Still to be confirmed; never to be shown as settled.</summary>
    ToBeConfirmed,
}
