namespace Helpline.Knowledge.Editing;

/// <summary>Lets the host say that what lies on top of the content folder has changed.</summary>
public interface IContentTakeOver
{
    /// <summary>The texts on top that are not served because something is wrong in them; the shipped files serve instead.</summary>
    IReadOnlyList<ContentIssue> Issues { get; }

    /// <summary>Loads folder and overlay again and serves them, whole or not at all. False when that failed: what served before still serves.</summary>
    bool TakeOver();
}
