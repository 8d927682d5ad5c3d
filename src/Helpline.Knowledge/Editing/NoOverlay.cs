namespace Helpline.Knowledge.Editing;

/// <summary>A content folder with nothing on top.</summary>
internal sealed class NoOverlay : IContentOverlay
{
    public ContentOverlay Current => ContentOverlay.None;
}
