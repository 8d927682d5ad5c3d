using Helpline.Core.Common;

namespace Helpline.Core.Recall;

/// <summary>The contacts that were answered with an article that proved wrong, to be told so. Moments are UTC.</summary>
public sealed class RecallList : Entity
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<RecallEntry> entries = [];

    private RecallList()
    {
    }

    /// <summary>Names the list.</summary>
    public RecallId Id { get; private init; }

    /// <summary>The article.</summary>
    public string ArticleSlug { get; private init; } = "";

    /// <summary>The version as citations name it; null for any.</summary>
    public string? ArticleVersion { get; private init; }

    /// <summary>The period's beginning: answers given from then on.</summary>
    public DateTime From { get; private init; }

    /// <summary>The period's end; answers given then are not in it.</summary>
    public DateTime Until { get; private init; }

    /// <summary>What was wrong, and what enquirers are to be told.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Who started it.</summary>
    public Guid StartedBy { get; private init; }

    /// <summary>When.</summary>
    public DateTime StartedAt { get; private init; }

    /// <summary>The contacts.</summary>
    public IReadOnlyList<RecallEntry> Entries => entries;

    internal static RecallList Start(StartRecall input, IEnumerable<GivenAnswer> answers, Guid userId, DateTime now)
    {
        var list = new RecallList
        {
            Id = RecallId.New(),
            ArticleSlug = input.ArticleSlug,
            ArticleVersion = input.ArticleVersion,
            From = input.From,
            Until = input.Until,
            Reason = input.Reason.Trim(),
            StartedBy = userId,
            StartedAt = now,
        };
        list.entries.AddRange(answers.Select(a => RecallEntry.Of(list.Id, a, now)));
        return list;
    }
}
