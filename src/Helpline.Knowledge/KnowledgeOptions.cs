namespace Helpline.Knowledge;

/// <summary>The configuration section "Content".</summary>
internal sealed class KnowledgeOptions
{
    public const string Section = "Content";

    /// <summary>The content folder; when empty, the nearest folder named content above the program.</summary>
    public string? Path { get; set; }

    /// <summary>Where index files are kept; when empty, the temporary folder. They are made anew at every start.</summary>
    public string? IndexPath { get; set; }

    /// <summary>How long the files must be left alone before a change is read.</summary>
    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(500);
}
