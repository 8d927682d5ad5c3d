namespace Helpline.Knowledge.Articles;

/// <summary>The searchable piece of an article under one heading, as plain text.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Text">What stands under it.</param>
/// <param name="Audience"><see cref="Audience.Adviser"/> for what a parent's search must never match.</param>
internal sealed record ArticlePassage(string Heading, string Text, Audience Audience = Audience.Both);
