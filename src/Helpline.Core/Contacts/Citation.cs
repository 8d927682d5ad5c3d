using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>An article the adviser relied on in a contact, with the version that was current.</summary>
public sealed class Citation
{
    /// <summary>Longest slug, in characters.</summary>
    public const int SlugLength = 120;

    /// <summary>Names the citation.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The contact.</summary>
    public ContactId ContactId { get; internal init; }

    /// <summary>The article's slug.</summary>
    public string ArticleSlug { get; internal init; } = "";

    /// <summary>The article's version at that moment, as the knowledge base gives it.</summary>
    public string ArticleVersion { get; internal init; } = "";

    /// <summary>When it was cited, UTC.</summary>
    public DateTime CitedAt { get; internal init; }
}
