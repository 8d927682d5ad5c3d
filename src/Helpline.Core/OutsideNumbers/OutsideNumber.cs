using Helpline.Core.Common;

namespace Helpline.Core.OutsideNumbers;

/// <summary>What kind of place an outside number is.</summary>
public enum OutsideNumberKind
{
    /// <summary>An interpreting service.</summary>
    Interpreter,

    /// <summary>A local service, such as an authority's information, advice and support service.</summary>
    LocalService,

    /// <summary>Anything else advisers bring callers together with.</summary>
    Other,
}

/// <summary>
/// A number outside the service that advisers may bring into a call. Only numbers of this directory can be rung: none is typed in during a
/// call. It belongs to an organisation, never to a person. Moments are UTC.
/// </summary>
public sealed class OutsideNumber : Entity
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 80;

    /// <summary>Longest number in E.164, in characters.</summary>
    public const int NumberLength = 16;

    /// <summary>Longest note, in characters.</summary>
    public const int NoteLength = 200;

    private OutsideNumber()
    {
    }

    /// <summary>Names it.</summary>
    public OutsideNumberId Id { get; private init; }

    /// <summary>Who answers there, as advisers see it; unique among those that were not removed, whatever its case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name as compared.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>What kind of place it is.</summary>
    public OutsideNumberKind Kind { get; private set; }

    /// <summary>The number, in E.164.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What advisers should know before they ring, such as hours; null for nothing.</summary>
    public string? Note { get; private set; }

    /// <summary>The account that changed it last.</summary>
    public Guid ChangedBy { get; private set; }

    /// <summary>When it was changed last.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>When it was taken out of the directory; null while it is in it. Calls of before still name it.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>A new entry.</summary>
    public static OutsideNumber Add(OutsideNumberTerms terms, Guid by, DateTime now)
    {
        var added = new OutsideNumber { Id = OutsideNumberId.New() };
        added.Change(terms, by, now);
        return added;
    }

    /// <summary>Other words or another number from now on.</summary>
    public void Change(OutsideNumberTerms terms, Guid by, DateTime now)
    {
        (Name, NameKey, Kind, Number, Note) = (terms.Name, terms.Name.ToUpperInvariant(), terms.Kind, terms.Number, terms.Note);
        (ChangedBy, ChangedAt) = (by, now);
    }

    /// <summary>Out of the directory. False when it was already.</summary>
    public bool Remove(Guid by, DateTime now)
    {
        if (RemovedAt is not null)
        {
            return false;
        }

        (RemovedAt, ChangedBy, ChangedAt) = (now, by, now);
        return true;
    }
}

/// <summary>What an entry of the directory says, read and checked.</summary>
/// <param name="Name">Who answers there.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Number">The number, in E.164.</param>
/// <param name="Note">What advisers should know; null for nothing.</param>
public sealed record OutsideNumberTerms(string Name, OutsideNumberKind Kind, string Number, string? Note);
