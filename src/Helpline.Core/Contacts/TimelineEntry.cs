using Helpline.Core.Advisers;
using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>One line of a contact's history. Written with the change it tells of; never changed.</summary>
public sealed class TimelineEntry
{
    /// <summary>Longest kind or code, in characters.</summary>
    public const int CodeLength = 64;

    /// <summary>Names the line.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The contact.</summary>
    public ContactId ContactId { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>The name of the domain event.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>A code that says more.</summary>
    public string? Code { get; private init; }

    /// <summary>Who did it.</summary>
    public ActorKind Actor { get; private init; }

    /// <summary>The adviser, where one did it.</summary>
    public AdviserId? AdviserId { get; private init; }

    /// <summary>The line for a domain event.</summary>
    internal static TimelineEntry From(ContactDomainEvent e) => new()
    {
        ContactId = e.ContactId,
        At = e.At,
        Kind = e.GetType().Name,
        Code = e.Code,
        Actor = e.By.Kind,
        AdviserId = e.By.AdviserId,
    };
}
