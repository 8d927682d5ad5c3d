namespace Helpline.Knowledge.Taxonomy;

/// <summary>Whether a topic needs a legally trained adviser.</summary>
public enum LegalAdviserNeed
{
    /// <summary>Any adviser can help.</summary>
    No,

    /// <summary>Depends on the case; see the note.</summary>
    Sometimes,

    /// <summary>Pass to a legally trained adviser.</summary>
    Yes,
}
