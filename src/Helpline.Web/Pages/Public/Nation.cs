namespace Helpline.Web.Pages.Public;

/// <summary>A place outside England, as its page speaks of it.</summary>
public sealed record Nation(string Key, string Name)
{
    private static readonly Nation[] All =
    [
        new("wales", "Wales"), new("scotland", "Scotland"), new("northern-ireland", "Northern Ireland"),
        new("channel-islands", "Channel Islands"), new("isle-of-man", "Isle of Man"),
    ];

    public string Title => $"That is in {WithArticle}";

    public string There => $"in {WithArticle}";

    private string WithArticle => Key is "channel-islands" or "isle-of-man" ? $"the {Name}" : Name;

    public static Nation? ByKey(string? key) => All.FirstOrDefault(nation => string.Equals(nation.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>By the name the location resolver gives it.</summary>
    public static Nation? ByName(string? name) => All.FirstOrDefault(nation => nation.Name == name);
}
