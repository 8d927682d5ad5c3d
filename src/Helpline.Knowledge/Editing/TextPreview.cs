namespace Helpline.Knowledge.Editing;

/// <summary>A text as its readers will see it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Its summary; empty where it has none.</param>
/// <param name="ParentHtml">As parents see it, safe to write into a page; null where only advisers do.</param>
/// <param name="AdviserHtml">As advisers see it, safe to write into a page.</param>
public sealed record TextPreview(string Title, string Summary, string? ParentHtml, string AdviserHtml);
