namespace Helpline.Core.Publishing;

/// <summary>Who changes content, and why; the clock says when.</summary>
/// <param name="UserId">The account; null for Helpline itself, which publishes what is scheduled.</param>
/// <param name="Why">The reason in the editor's words, at most <see cref="ContentVersion.NoteLength"/> characters; null where none is asked for.</param>
public readonly record struct EditContext(Guid? UserId, string? Why = null)
{
    /// <summary>Helpline itself.</summary>
    public static EditContext System => new(null);
}
