namespace Helpline.Knowledge.Editing;

/// <summary>Texts that stand in for files of the content folder, or add to them. The host registers one; without one the folder stands alone.</summary>
public interface IContentOverlay
{
    /// <summary>What lies on top of the folder now. Immutable; read whenever the content is loaded.</summary>
    ContentOverlay Current { get; }
}
