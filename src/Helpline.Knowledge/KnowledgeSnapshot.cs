using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Letters;
using Helpline.Knowledge.Macros;
using Helpline.Knowledge.Notices;
using Helpline.Knowledge.Taxonomy;
using Helpline.Knowledge.Training;
using Helpline.Knowledge.Updates;

namespace Helpline.Knowledge;

/// <summary>One consistent state of the content folder. Every id named in it resolves inside it.</summary>
public sealed record KnowledgeSnapshot
{
    /// <summary>A hash of all files; it changes when, and only when, the content changes.</summary>
    public required string Version { get; init; }

    /// <summary>Articles by slug, ordered by title.</summary>
    public required Catalogue<Article> Articles { get; init; }

    /// <summary>The groups of topics, in the order they are shown.</summary>
    public required Catalogue<TopicGroup> TopicGroups { get; init; }

    /// <summary>Topics, group by group.</summary>
    public required Catalogue<Topic> Topics { get; init; }

    /// <summary>Provisions of law and guidance.</summary>
    public required Catalogue<Provision> Provisions { get; init; }

    /// <summary>Who may be contacting us.</summary>
    public required Catalogue<EnquirerRole> EnquirerRoles { get; init; }

    /// <summary>Stages a family may be at, in order.</summary>
    public required Catalogue<Stage> Stages { get; init; }

    /// <summary>How a contact may end.</summary>
    public required Catalogue<Outcome> Outcomes { get; init; }

    /// <summary>Organisations we refer people to.</summary>
    public required Catalogue<ReferralDestination> ReferralDestinations { get; init; }

    /// <summary>Statutory and other time limits.</summary>
    public required Catalogue<Deadline> Deadlines { get; init; }

    /// <summary>Warnings for advisers.</summary>
    public required Catalogue<Notice> Notices { get; init; }

    /// <summary>Letter templates by id, ordered by title.</summary>
    public required Catalogue<LetterTemplate> Letters { get; init; }

    /// <summary>Passages that advisers insert.</summary>
    public required Catalogue<Macro> Macros { get; init; }

    /// <summary>What advisers are trained in.</summary>
    public required Catalogue<TrainingModule> TrainingModules { get; init; }

    /// <summary>News of the law, newest first.</summary>
    public required Catalogue<LegalUpdate> Updates { get; init; }

    /// <summary>The general rules of counting, in plain words.</summary>
    public required IReadOnlyList<string> CountingRules { get; init; }

    /// <summary>Bank holidays in England by day, with their names.</summary>
    public required IReadOnlyDictionary<DateOnly, string> BankHolidays { get; init; }

    /// <summary>The articles on a topic, those chiefly about it first, then by title.</summary>
    /// <param name="topicId">A topic's id; an unknown one gives nothing.</param>
    public IReadOnlyList<Article> ArticlesOn(string topicId) =>
        [.. Articles.Where(a => a.Topics.Contains(topicId, StringComparer.Ordinal)).OrderBy(a => a.Topics[0] == topicId ? 0 : 1)];

    /// <summary>The letters on any of these topics, those chiefly about one first.</summary>
    /// <param name="topicIds">Ids of topics; unknown ones give nothing.</param>
    public IReadOnlyList<LetterTemplate> LettersOn(IReadOnlyCollection<string> topicIds) =>
        [.. Letters.Where(l => l.Topics.Any(topicIds.Contains)).OrderBy(l => topicIds.Contains(l.Topics[0]) ? 0 : 1)];

    /// <summary>The warnings on any of these topics.</summary>
    /// <param name="topicIds">Ids of topics; unknown ones give nothing.</param>
    public IReadOnlyList<Notice> NoticesOn(IReadOnlyCollection<string> topicIds) => [.. Notices.Where(n => n.Topics.Any(topicIds.Contains))];

    /// <summary>The topics of a group, in order.</summary>
    /// <param name="groupId">A group's id; an unknown one gives nothing.</param>
    public IReadOnlyList<Topic> TopicsIn(string groupId) => [.. Topics.Where(t => t.Group == groupId)];

    internal Search.Lay.LaySource LayWording { get; init; } = Search.Lay.LaySource.None;

    internal Search.SynonymSource Synonyms { get; init; } = Search.SynonymSource.None;
}
