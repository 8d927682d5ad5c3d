namespace Helpline.Core.Locations;

/// <summary>The telephone menu of regions: keys 1 to 9, always in the same order.</summary>
public sealed class RegionMenu(AuthorityDirectory directory)
{
    /// <summary>The regions in the order they are spoken.</summary>
    public IReadOnlyList<Region> Choices => directory.Regions;

    /// <summary>The region behind a key, or null when the key is no choice of the menu.</summary>
    public Region? ByKey(string? digits) =>
        digits is [>= '1' and <= '9'] ? directory.Regions.FirstOrDefault(r => r.Key == digits[0] - '0') : null;

    /// <summary>The menu as a sentence to speak: "For the North East, press 1. …".</summary>
    public string SpokenText => string.Join(' ', directory.Regions.Select(r => $"For {r.SpokenName}, press {r.Key}."));
}
