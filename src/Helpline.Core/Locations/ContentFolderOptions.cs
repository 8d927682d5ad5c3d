namespace Helpline.Core.Locations;

/// <summary>Where the data that non-programmers edit is kept (section <c>Content</c>).</summary>
public sealed class ContentFolderOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string SectionName = "Content";

    /// <summary>The content folder. Without it, the nearest <c>content</c> folder above the program is used.</summary>
    public string? Path { get; set; }
}
