namespace Helpline.Core.Data;

/// <summary>The roles of staff. Each grants what its pages state, and nothing else.</summary>
public static class Roles
{
    /// <summary>Handles contacts.</summary>
    public const string Adviser = nameof(Adviser);

    /// <summary>May monitor and reassign.</summary>
    public const string Supervisor = nameof(Supervisor);

    /// <summary>Reads figures.</summary>
    public const string Manager = nameof(Manager);

    /// <summary>Edits the knowledge.</summary>
    public const string Editor = nameof(Editor);

    /// <summary>Manages accounts and settings.</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Adviser, Supervisor, Manager, Editor, Administrator];
}
