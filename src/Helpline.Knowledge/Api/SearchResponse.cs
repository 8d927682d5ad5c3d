namespace Helpline.Knowledge.Api;

/// <summary>What a search found, best first.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Corrected">How it was read when a word was taken for a misspelling; otherwise null.</param>
/// <param name="Total">How many articles match.</param>
/// <param name="Results">The best of them.</param>
public sealed record SearchResponse(string Query, string? Corrected, int Total, IReadOnlyList<SearchResultResponse> Results);

/// <summary>An article that matches.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="Snippet">The part that answers best: encoded HTML with the matches in mark elements.</param>
/// <param name="Topics">Ids of its topics.</param>
/// <param name="Provisions">Ids of its provisions.</param>
/// <param name="Reviewed">The day it was last reviewed.</param>
/// <param name="Score">How well it matches; comparable within one answer only.</param>
public sealed record SearchResultResponse(
    string Slug,
    string Title,
    string Summary,
    string Snippet,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Provisions,
    DateOnly Reviewed,
    double Score);
