using Helpline.Core.Common;

namespace Helpline.Core.Publishing;

/// <summary>A content file is wrong (red): it can be neither inserted into an answer nor cited until an editor clears the mark. One open mark for each file.</summary>
public sealed class ContentMark : Entity
{
    private ContentMark()
    {
    }

    /// <summary>Names the mark.</summary>
    public Guid Id { get; private init; }

    /// <summary>The file, by its path in the content folder.</summary>
    public string Path { get; private init; } = "";

    /// <summary>The version that was served when it was marked, as citations name it.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>What is wrong.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Who marked it.</summary>
    public Guid MarkedBy { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTime MarkedAt { get; private init; }

    /// <summary>When the mark was cleared, UTC; null while it is red.</summary>
    public DateTime? ClearedAt { get; private set; }

    /// <summary>Who cleared it.</summary>
    public Guid? ClearedBy { get; private set; }

    internal static ContentMark Put(string path, string hash, string reason, Guid userId, DateTime now) => new()
    {
        Id = Ids.New(),
        Path = path,
        Hash = hash,
        Reason = reason,
        MarkedBy = userId,
        MarkedAt = now,
    };

    /// <summary>It is right again.</summary>
    internal void Clear(Guid userId, DateTime now)
    {
        if (ClearedAt is not null)
        {
            throw new RuleBrokenException("mark.cleared");
        }

        ClearedAt = now;
        ClearedBy = userId;
    }
}
