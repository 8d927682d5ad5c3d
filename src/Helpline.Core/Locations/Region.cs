namespace Helpline.Core.Locations;

/// <summary>One of the nine regions of England.</summary>
/// <param name="Key">Its key on the telephone menu, 1 to 9; stable, because enquirers learn it.</param>
/// <param name="Code">ONS code, E12000001 to E12000009.</param>
/// <param name="Name">Official name.</param>
/// <param name="SpokenName">The name as spoken in a sentence, for example "the North East".</param>
public sealed record Region(int Key, string Code, string Name, string SpokenName);
