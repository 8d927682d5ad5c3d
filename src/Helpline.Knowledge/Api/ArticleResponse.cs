namespace Helpline.Knowledge.Api;

/// <summary>An article.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="BodyHtml">The body as HTML, safe to write into a page.</param>
/// <param name="Topics">Ids of its topics, the chief one first.</param>
/// <param name="Provisions">The provisions it rests on.</param>
/// <param name="Deadlines">Ids of the time limits it explains.</param>
/// <param name="Related">Slugs of articles to read next.</param>
/// <param name="Sources">Where its statements come from.</param>
/// <param name="Reviewed">The day it was last reviewed.</param>
/// <param name="ReviewBy">The day by which it must be reviewed again.</param>
/// <param name="LawAsAt">The day on which the law it states was checked.</param>
/// <param name="Version">A hash of the text.</param>
public sealed record ArticleResponse(
    string Slug,
    string Title,
    string Summary,
    string BodyHtml,
    IReadOnlyList<string> Topics,
    IReadOnlyList<ProvisionResponse> Provisions,
    IReadOnlyList<string> Deadlines,
    IReadOnlyList<string> Related,
    IReadOnlyList<SourceResponse> Sources,
    DateOnly Reviewed,
    DateOnly ReviewBy,
    DateOnly LawAsAt,
    string Version);

/// <summary>A provision of law or guidance.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Act or instrument and what it is about.</param>
/// <param name="Section">The part cited.</param>
/// <param name="Url">Where to read it; null when no address is known.</param>
public sealed record ProvisionResponse(string Id, string Title, string Section, string? Url);

/// <summary>A source.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where to read it; null when no address is known.</param>
public sealed record SourceResponse(string Title, string? Url);
