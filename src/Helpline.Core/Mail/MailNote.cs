using System.Text.Json;
using Helpline.Core.Contacts;
using Helpline.Core.Outbox;

namespace Helpline.Core.Mail;

/// <summary>What a mail says, before it is laid out. Kept in the outbox, encrypted, until the mail is taken.</summary>
public sealed record MailNote
{
    internal const string Kind = "mail";

    /// <summary>The address it goes to.</summary>
    public required string To { get; init; }

    /// <summary>The subject; nothing personal.</summary>
    public required string Subject { get; init; }

    /// <summary>The paragraphs before the link.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>What the link says.</summary>
    public required string LinkText { get; init; }

    /// <summary>Where it leads on our site, from the slash on.</summary>
    public required string LinkPath { get; init; }

    /// <summary>The paragraphs after the link.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The site's address where none is configured; Development only.</summary>
    public string? Origin { get; init; }

    /// <summary>The outbox message that sends it.</summary>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="about">The contact whose timeline says so if it cannot be sent.</param>
    /// <param name="purpose">Which mail it is: a code of <see cref="MailPurposes"/>.</param>
    public OutboxMessage ToOutbox(DateTime now, ContactId? about = null, string? purpose = null) => new()
    {
        Kind = Kind,
        Payload = JsonSerializer.Serialize(this),
        CreatedAt = now,
        DueAt = now,
        ContactId = about,
        Purpose = purpose,
    };

    internal static MailNote From(OutboxMessage message) =>
        JsonSerializer.Deserialize<MailNote>(message.Payload) ?? throw new JsonException("The mail in the outbox is empty.");
}
