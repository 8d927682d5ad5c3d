namespace Helpline.Core.Locations;

/// <summary>One authority that a place may lie in.</summary>
/// <param name="Code">ONS code of the authority.</param>
/// <param name="Name">Official name of the authority.</param>
/// <param name="Region">Name of its region.</param>
/// <param name="RegionCode">ONS code of its region.</param>
/// <param name="Share">Estimated share, 0 to 1, of the residents of the place asked about. Where no figure exists, as for a name several authorities carry, all have an equal share.</param>
public sealed record LocationResult(string Code, string Name, string Region, string RegionCode, double Share);
