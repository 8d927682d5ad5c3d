namespace Helpline.Knowledge.Content;

/// <summary>An article's file, parted into the fields at its head and the body.</summary>
/// <param name="Yaml">The text between the two lines of three hyphens.</param>
/// <param name="Body">What follows.</param>
/// <param name="BodyLine">Lines of the file that stand before the body.</param>
internal sealed record FrontMatter(string Yaml, string Body, int BodyLine)
{
    /// <summary>Null when the file does not begin with front matter.</summary>
    public static FrontMatter? Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != "---")
        {
            return null;
        }

        var end = Array.FindIndex(lines, 1, l => l.TrimEnd() == "---");
        return end < 0 ? null : new FrontMatter(string.Join('\n', lines[1..end]), string.Join('\n', lines[(end + 1)..]), end + 1);
    }
}
