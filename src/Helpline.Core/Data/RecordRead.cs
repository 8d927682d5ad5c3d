using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Data;

/// <summary>Somebody opened a record that holds personal data.</summary>
public sealed class RecordRead
{
    /// <summary>Names the entry.</summary>
    public Guid Id { get; internal init; } = Ids.New();

    /// <summary>The record's contact.</summary>
    public ContactId ContactId { get; internal init; }

    /// <summary>The account that read it.</summary>
    public Guid UserId { get; internal init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; internal init; }
}
