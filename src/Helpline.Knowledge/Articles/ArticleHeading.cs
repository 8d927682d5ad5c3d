namespace Helpline.Knowledge.Articles;

/// <summary>A heading in the body of an article.</summary>
/// <param name="Id">The fragment that leads to it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Level">2 or deeper; the title is level 1.</param>
public sealed record ArticleHeading(string Id, string Text, int Level);
