namespace Helpline.Knowledge.Editing;

/// <summary>Something wrong in a content text, for whoever edits it.</summary>
/// <param name="Path">The file, by its path within the content folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what to write.</param>
public sealed record ContentIssue(string Path, int Line, string Message);
