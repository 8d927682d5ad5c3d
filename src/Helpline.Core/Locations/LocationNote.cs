namespace Helpline.Core.Locations;

/// <summary>What whoever uses an answer should know about it.</summary>
public enum LocationNote
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>The postcode was read with a letter or digit exchanged (O for 0, I for 1, S for 5).</summary>
    Corrected,

    /// <summary>The name was read as the nearest one spelt alike.</summary>
    Misspelt,

    /// <summary>Several places carry the name.</summary>
    Ambiguous,

    /// <summary>The code is no longer in use, so the address it comes from is old.</summary>
    Retired,

    /// <summary>The code belongs to organisations with much post; nobody lives there.</summary>
    LargeUser,

    /// <summary>The code exists and has no location.</summary>
    NoLocation,

    /// <summary>A British Forces address: ask where the child lives or last lived in England.</summary>
    Forces,

    /// <summary>Comes from a telephone number, which may have been moved.</summary>
    AreaCode,
}
