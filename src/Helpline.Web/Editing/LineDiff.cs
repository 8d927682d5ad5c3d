using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Helpline.Web.Editing;

/// <summary>What became of a line.</summary>
public enum LineChange
{
    /// <summary>It is in both texts.</summary>
    Same,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Stands for lines left out because they are the same.</summary>
    Skipped,
}

/// <summary>One line of a difference view.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Number">Its number in the text it stands in; for skipped lines how many they are.</param>
/// <param name="Text">The line.</param>
public sealed record DiffLine(LineChange Change, int Number, string Text);

/// <summary>The difference of two texts, line by line, with a few lines around each change.</summary>
public static class LineDiff
{
    private const int Around = 3;

    /// <summary>The lines to show; empty when the texts are the same.</summary>
    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        var lines = new List<DiffLine>();
        var (oldNumber, newNumber) = (0, 0);
        foreach (var piece in InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines)
        {
            switch (piece.Type)
            {
                case ChangeType.Deleted:
                    lines.Add(new DiffLine(LineChange.Removed, ++oldNumber, piece.Text));
                    break;
                case ChangeType.Inserted:
                    lines.Add(new DiffLine(LineChange.Added, ++newNumber, piece.Text));
                    break;
                default:
                    oldNumber++;
                    lines.Add(new DiffLine(LineChange.Same, ++newNumber, piece.Text));
                    break;
            }
        }

        return lines.TrueForAll(l => l.Change == LineChange.Same) ? [] : Shorten(lines);
    }

    private static List<DiffLine> Shorten(List<DiffLine> lines)
    {
        var near = new bool[lines.Count];
        foreach (var i in Enumerable.Range(0, lines.Count).Where(i => lines[i].Change != LineChange.Same))
        {
            Array.Fill(near, true, Math.Max(0, i - Around), Math.Min(lines.Count - 1, i + Around) - Math.Max(0, i - Around) + 1);
        }

        var shown = new List<DiffLine>();
        var skipped = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !near[i])
            {
                skipped++;
                continue;
            }

            if (skipped > 0)
            {
                shown.Add(new DiffLine(LineChange.Skipped, skipped, ""));
                skipped = 0;
            }

            if (i < lines.Count)
            {
                shown.Add(lines[i]);
            }
        }

        return shown;
    }
}
