namespace Helpline.Core.Publishing;

/// <summary>The paths of content files that Core has to name.</summary>
public static class ContentPaths
{
    /// <summary>The file of an article.</summary>
    public static string OfArticle(string slug) => $"articles/{slug}.md";
}
