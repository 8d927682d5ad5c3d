namespace Helpline.Knowledge.Taxonomy;

/// <summary>Whether a provision's citation was read in a source.</summary>
public enum ProvisionConfidence
{
    /// <summary>It was.</summary>
    Checked,

    /// <summary>Not yet; nothing that rests on it alone is told to parents.</summary>
    ToBeConfirmed,
}
