namespace Helpline.Knowledge.Guides;

/// <summary>Where many parents stand, in their words, and what to read then.</summary>
/// <param name="Words">What they say. Never twice.</param>
/// <param name="Guide">The slug of a guide; null where an article answers.</param>
/// <param name="Article">The slug of an article; null where a guide answers.</param>
public sealed record Situation(string Words, string? Guide, string? Article);
