using Helpline.Core.Common;

namespace Helpline.Core.Publishing;

/// <summary>A provision of law or guidance changed: whatever cites it is to be read again.</summary>
public sealed class ProvisionChange : Entity
{
    /// <summary>Longest id of a provision, in characters.</summary>
    public const int IdLength = 100;

    /// <summary>Longest account of the change, in characters.</summary>
    public const int WhatLength = 1_000;

    private ProvisionChange()
    {
    }

    /// <summary>Names the entry.</summary>
    public Guid Id { get; private init; }

    /// <summary>The provision, by its id in the taxonomy.</summary>
    public string ProvisionId { get; private init; } = "";

    /// <summary>The day from which the change is law.</summary>
    public DateOnly ChangedOn { get; private init; }

    /// <summary>What changed, in the editor's words.</summary>
    public string What { get; private init; } = "";

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the entry was taken back as mistaken, UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    internal static ProvisionChange Record(string provisionId, DateOnly changedOn, string what, Guid userId, DateTime now) => new()
    {
        Id = Ids.New(),
        ProvisionId = provisionId,
        ChangedOn = changedOn,
        What = what,
        RecordedBy = userId,
        RecordedAt = now,
    };

    internal void Withdraw(DateTime now) => WithdrawnAt ??= now;
}
