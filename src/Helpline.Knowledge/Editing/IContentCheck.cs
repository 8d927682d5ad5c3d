namespace Helpline.Knowledge.Editing;

/// <summary>Reads texts for editors, with the same readers that serve them. Never throws for what a text holds.</summary>
public interface IContentCheck
{
    /// <summary>What is wrong with a text in the place of a file, and the article as it would be served.</summary>
    /// <param name="path">The file, by its path within the content folder.</param>
    /// <param name="text">The whole text.</param>
    CheckedText Check(string path, string text);

    /// <summary>The text being served under a path: what lies on top, or the shipped file; null when there is neither.</summary>
    string? Served(string path);

    /// <summary>The shipped file; null when there is none.</summary>
    string? Shipped(string path);

    /// <summary>A text's hash as citations name it.</summary>
    string Hash(string text);
}
