using Helpline.Core.Common;
using Helpline.Core.Contacts;

namespace Helpline.Core.Texts;

/// <summary>Where a text stands. A report never takes it back to an earlier one.</summary>
public enum TextState
{
    /// <summary>It waits in our outbox.</summary>
    Waiting,

    /// <summary>The telephone service has taken it.</summary>
    Taken,

    /// <summary>It has gone to the network.</summary>
    Sent,

    /// <summary>It has reached the handset. Final.</summary>
    Delivered,

    /// <summary>It never will; the reason says why. Final.</summary>
    NotDelivered,

    /// <summary>It came in. Final.</summary>
    Received,
}

/// <summary>A text message, out or in. One that came in is kept to recognise it when it comes again; its words stand in the thread.</summary>
public sealed class TextMessage : Entity
{
    /// <summary>Longest id of the telephone service, purpose or reason, in characters.</summary>
    public const int CodeLength = 64;

    private TextMessage()
    {
    }

    /// <summary>Names the text; for one that goes out the same as its outbox message.</summary>
    public Guid Id { get; private init; }

    /// <summary>The contact it belongs to; null for an answer to HELP and for a command.</summary>
    public ContactId? ContactId { get; private init; }

    /// <summary>The keyed hash of the other number; null when it is withheld.</summary>
    public string? NumberKey { get; private init; }

    /// <summary>What it is for: a code of <see cref="TextPurposes"/>.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>What was sent, a secret link left out; empty for one that came in; encrypted.</summary>
    public string Body { get; private init; } = "";

    /// <summary>How many parts it has.</summary>
    public int Segments { get; private init; }

    /// <summary>The telephone service's id, once known.</summary>
    public string? ProviderId { get; private set; }

    /// <summary>Where it stands.</summary>
    public TextState State { get; private set; }

    /// <summary>Why it was not delivered: a code of <see cref="TextReasons"/>.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was written or came, UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>When it came to where it stands, UTC.</summary>
    public DateTime StateAt { get; private set; }

    /// <summary>Whether nothing more will be heard of it.</summary>
    public bool IsOver => State is TextState.Delivered or TextState.NotDelivered or TextState.Received;

    internal static TextMessage Out(Guid id, NewText text, string shown, DateTime now) => new()
    {
        Id = id,
        ContactId = text.ContactId,
        NumberKey = text.NumberKey,
        Purpose = text.Purpose,
        Body = shown,
        Segments = TextBody.SegmentsOf(shown),
        At = now,
        StateAt = now,
    };

    internal static TextMessage In(string providerId, string? numberKey, ContactId? contactId, string purpose, DateTime now) => new()
    {
        Id = Ids.New(),
        ContactId = contactId,
        NumberKey = numberKey,
        Purpose = purpose,
        ProviderId = providerId,
        State = TextState.Received,
        At = now,
        StateAt = now,
    };

    /// <summary>
    /// Takes news of it, which may come twice, late or in any order: false when it says nothing new. What is final stays.
    /// </summary>
    internal bool Report(TextState state, string? providerId, string? reason, DateTime now)
    {
        ProviderId ??= providerId;
        if (IsOver || state <= State)
        {
            return false;
        }

        State = state;
        StateAt = now;
        Reason = state == TextState.NotDelivered ? reason : null;
        return true;
    }
}
