using Helpline.Core.Publishing;
using Helpline.Knowledge.Editing;

namespace Helpline.Web.Editing;

/// <summary>The editors' work as this node has taken it over from the database; <see cref="ContentSync"/> keeps it fresh.</summary>
public sealed class EditedContent : IContentOverlay
{
    private volatile State state = new(PublishedContent.None, ContentOverlay.None);

    /// <summary>What is published, marked and recorded.</summary>
    public PublishedContent Content => state.Content;

    public ContentOverlay Current => state.Overlay;

    /// <summary>The mark on a file; null when nobody found it wrong.</summary>
    public OpenMark? MarkOn(string path) => state.Content.Marks.FirstOrDefault(m => m.Path == path);

    /// <summary>The text that lies on top of a file; null when none does.</summary>
    public ServedText? TextOn(string path) => state.Content.Texts.FirstOrDefault(t => t.Path == path);

    /// <summary>Takes a newer state over. Whether other texts lie on top than before.</summary>
    internal bool Take(PublishedContent content)
    {
        var before = state.Content;
        var overlay = new ContentOverlay(content.Texts.ToDictionary(t => t.Path, t => t.Text, StringComparer.Ordinal));
        state = new State(content, overlay);
        return !before.Texts.Select(t => (t.Path, t.Number)).SequenceEqual(content.Texts.Select(t => (t.Path, t.Number)));
    }

    private sealed record State(PublishedContent Content, ContentOverlay Overlay);
}
