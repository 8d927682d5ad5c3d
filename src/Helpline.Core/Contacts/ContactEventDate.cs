using Helpline.Core.Common;

namespace Helpline.Core.Contacts;

/// <summary>The day on which something happened that starts a statutory clock, as the enquirer told it. One for each event and contact.</summary>
public sealed class ContactEventDate
{
    /// <summary>Earliest and latest day that is taken.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <inheritdoc cref="Earliest"/>
    public static readonly DateOnly Latest = new(2099, 12, 31);

    /// <summary>Names the entry.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The contact.</summary>
    public ContactId ContactId { get; internal init; }

    /// <summary>What happened, by its id among the events of content/deadlines.yaml.</summary>
    public string EventId { get; internal init; } = "";

    /// <summary>When, a day in England.</summary>
    public DateOnly Date { get; internal set; }

    /// <summary>When it was last entered, UTC.</summary>
    public DateTime EnteredAt { get; internal set; }
}
