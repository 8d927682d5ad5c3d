namespace Helpline.Core.Locations;

/// <summary>The kind of an upper-tier authority in England.</summary>
public enum AuthorityType
{
    /// <summary>A unitary authority.</summary>
    Unitary,

    /// <summary>A metropolitan district.</summary>
    Metropolitan,

    /// <summary>A London borough.</summary>
    LondonBorough,

    /// <summary>The City of London Corporation.</summary>
    CityCorporation,

    /// <summary>A county council.</summary>
    County,
}
