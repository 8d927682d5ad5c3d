namespace Helpline.Core.Locations;

/// <summary>Where an authority's free advice service and Local Offer are on the web, as far as a published source says.</summary>
/// <param name="Code">ONS code of the authority.</param>
/// <param name="Sendiass">Its information, advice and support service; null where no source is known.</param>
/// <param name="LocalOffer">Its Local Offer; null where no source is known.</param>
/// <param name="Source">Where the addresses were seen; null where there is none.</param>
/// <param name="Checked">The day on which they were last opened and found right; null when nobody has.</param>
public sealed record LocalServices(string Code, Uri? Sendiass, Uri? LocalOffer, string? Source, DateOnly? Checked)
{
    /// <summary>Nothing is known.</summary>
    public static LocalServices Unknown(string code) => new(code, null, null, null, null);
}
