namespace Helpline.Core.Locations;

/// <summary>Finds the local authority for what an enquirer typed, said or rang from.</summary>
public interface ILocationResolver
{
    /// <summary>
    /// Resolves a postcode, the first half of one, the name or code of an authority or district, or a landline number.
    /// Never throws and never records its input, whatever that is.
    /// </summary>
    LocationAnswer Resolve(string? input);
}
