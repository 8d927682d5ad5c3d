namespace Helpline.Core.Locations;

/// <summary>How an answer about a place was found.</summary>
public enum LocationKind
{
    /// <summary>Nothing recognisable.</summary>
    None,

    /// <summary>A full postcode.</summary>
    Postcode,

    /// <summary>The first half of a postcode, or the first half and the sector digit.</summary>
    Outward,

    /// <summary>The name or code of an authority, a region, a nation or a name shared by several authorities.</summary>
    Name,

    /// <summary>A district, present or abolished.</summary>
    District,

    /// <summary>An authority that has ended; the results are its successors.</summary>
    Former,

    /// <summary>The dialling code of a landline: a hint to confirm, never a fact.</summary>
    Std,
}
