using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Recall;

/// <summary>One contact of a re-contact list. It holds no name: who may reach the enquirer opens the contact's record. Moments are UTC.</summary>
public sealed class RecallEntry : Entity
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteLength = 2_000;

    private RecallEntry()
    {
    }

    /// <summary>Names the entry.</summary>
    public Guid Id { get; private init; }

    /// <summary>The list.</summary>
    public RecallId RecallId { get; private init; }

    /// <summary>The contact; once in each list.</summary>
    public ContactId ContactId { get; private init; }

    /// <summary>The version the enquirer was answered with, as citations name it.</summary>
    public string ArticleVersion { get; private init; } = "";

    /// <summary>When the answer was given.</summary>
    public DateTime GivenAt { get; private init; }

    /// <summary>How far it is.</summary>
    public RecallState State { get; private set; }

    /// <summary>The account that sees to it.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>What was said or tried; encrypted.</summary>
    public string? Note { get; private set; }

    /// <summary>Who changed it last.</summary>
    public Guid? ChangedBy { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedAt { get; private set; }

    internal static RecallEntry Of(RecallId recallId, GivenAnswer answer, DateTime now) => new()
    {
        Id = Ids.New(),
        RecallId = recallId,
        ContactId = answer.ContactId,
        ArticleVersion = answer.ArticleVersion,
        GivenAt = answer.GivenAt,
        ChangedAt = now,
    };

    /// <summary>How it stands now. Any order of states is allowed: what was thought done may have to be done again.</summary>
    internal void Change(RecallState state, Guid? assigneeId, string? note, Guid by, DateTime now)
    {
        State = state;
        AssigneeId = assigneeId;
        Note = note;
        ChangedBy = by;
        ChangedAt = now;
    }
}
