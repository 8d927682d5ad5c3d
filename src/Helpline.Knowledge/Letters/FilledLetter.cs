namespace Helpline.Knowledge.Letters;

/// <summary>A letter with what is known written into it.</summary>
/// <param name="Html">The letter as HTML, safe to write into a page.</param>
/// <param name="Text">The letter as plain text, to copy or send.</param>
/// <param name="Gaps">What is still missing, in the words that stand in square brackets.</param>
public sealed record FilledLetter(string Html, string Text, IReadOnlyList<string> Gaps);
