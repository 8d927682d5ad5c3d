using Helpline.Analytics.Figures;

namespace Helpline.Analytics.Data;

/// <summary>What a held record is.</summary>
internal enum FactsKind
{
    /// <summary>Contact facts.</summary>
    Contacts,

    /// <summary>Survey answers.</summary>
    Satisfaction,
}

/// <summary>One record in the window. Its id is random and tells nothing; the delivery's id is kept elsewhere.</summary>
internal sealed class HeldFacts
{
    public required Guid Id { get; init; }

    public required FactsKind Kind { get; init; }

    public required DateOnly Week { get; init; }

    /// <summary>The facts as JSON: codes only.</summary>
    public required string Body { get; init; }
}

/// <summary>A delivery seen, to recognise it if it comes again.</summary>
internal sealed class Delivery
{
    public required Guid Id { get; init; }

    public required DateOnly ReceivedOn { get; init; }
}

/// <summary>A window that has been published: its key cannot be published twice.</summary>
internal sealed class PublishedWindow
{
    public required string WindowId { get; init; }

    public required FactsKind Kind { get; init; }

    public required DateOnly Week { get; init; }

    public required DateTime PublishedAt { get; init; }
}

/// <summary>A message committed with its window and sent until a consumer has recorded it.</summary>
internal sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime DueAt { get; set; }

    public int Attempts { get; set; }
}

/// <summary>A message whose figures have been added.</summary>
internal sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    public required DateTime ReceivedAt { get; init; }
}

/// <summary>Who may do what only one node at a time should.</summary>
internal sealed class Lease
{
    public required string Name { get; init; }

    public required Guid Holder { get; init; }

    public required DateTime ExpiresAt { get; init; }
}

/// <summary>All contacts of one window.</summary>
internal sealed class WindowFigure
{
    public required string WindowId { get; init; }

    public required DateOnly Week { get; init; }

    public required int Contacts { get; init; }

    public required int NotInCells { get; init; }
}

/// <summary>One row of one window's totals.</summary>
internal sealed class ContactFigure
{
    public required string WindowId { get; init; }

    public required FiguresDimension Dimension { get; init; }

    /// <summary>Empty where the dimension has no parent.</summary>
    public required string ParentCode { get; init; }

    public required string Code { get; init; }

    public required DateOnly Week { get; init; }

    public required int Count { get; init; }
}

/// <summary>What one window's table of a dimension does not show.</summary>
internal sealed class HiddenFigure
{
    public required string WindowId { get; init; }

    public required FiguresDimension Dimension { get; init; }

    public required string ParentCode { get; init; }

    public required DateOnly Week { get; init; }

    public required int Count { get; init; }
}

/// <summary>One published cell, generalised parts as any or england.</summary>
internal sealed class CombinationRow
{
    public required string WindowId { get; init; }

    public required int Ordinal { get; init; }

    public required DateOnly Week { get; init; }

    public required string Place { get; init; }

    public required string Topic { get; init; }

    public required string Stage { get; init; }

    public required string Role { get; init; }

    public required string Channel { get; init; }

    public required int Count { get; init; }
}

/// <summary>The answers to one question in one window that share a code; the code is empty for all of them.</summary>
internal sealed class SatisfactionFigure
{
    public required string WindowId { get; init; }

    public required int Question { get; init; }

    public required SatisfactionDimension Dimension { get; init; }

    public required string Code { get; init; }

    public required DateOnly Week { get; init; }

    public required int Responses { get; init; }

    /// <summary>Null where only the number of answers is known.</summary>
    public required int? Satisfied { get; init; }
}
