namespace Helpline.Knowledge.Editing;

/// <summary>Texts on top of the content folder, by path within it, such as <c>articles/exclusion.md</c>.</summary>
/// <param name="Texts">Whole texts of files.</param>
public sealed record ContentOverlay(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Nothing lies on top.</summary>
    public static ContentOverlay None { get; } = new(new Dictionary<string, string>());
}
