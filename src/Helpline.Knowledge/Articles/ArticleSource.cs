namespace Helpline.Knowledge.Articles;

/// <summary>Where the statements of an article come from.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where to read it, or null when no address is known.</param>
public sealed record ArticleSource(string Title, Uri? Url);
