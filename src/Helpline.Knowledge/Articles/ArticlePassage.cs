namespace Helpline.Knowledge.Articles;

/// <summary>The searchable piece of an article under one heading, as plain text.</summary>
internal sealed record ArticlePassage(string Heading, string Text);
