using System.Text.Json;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Outbox;

namespace Helpline.Core.Texts;

/// <summary>What the outbox keeps of a text, encrypted, until it is taken.</summary>
/// <param name="To">The number in E.164.</param>
/// <param name="Words">The words, <see cref="Link"/> where the link goes.</param>
/// <param name="LinkPath">Where the link leads on our site, from the slash on; null for none.</param>
/// <param name="Origin">The site's address where none is configured; Development only.</param>
internal sealed record TextNote(string To, string Words, string? LinkPath, string? Origin)
{
    public const string Kind = "text";

    /// <summary>Stands in the words for the link, which holds a secret.</summary>
    public const string Link = "(link)";

    public static TextNote From(OutboxMessage message) =>
        JsonSerializer.Deserialize<TextNote>(message.Payload) ?? throw new JsonException("The text in the outbox is empty.");
}

/// <summary>A text to be written into the outbox.</summary>
internal sealed record NewText
{
    public required string To { get; init; }

    public required string? NumberKey { get; init; }

    public required string Words { get; init; }

    public required string Purpose { get; init; }

    public ContactId? ContactId { get; init; }

    public string? LinkPath { get; init; }

    /// <summary>When it is to go out, UTC; null for at once.</summary>
    public DateTime? DueAt { get; init; }

    public string? Origin { get; init; }

    /// <summary>Adds the text and the outbox message that sends it; both are saved with the change they tell of.</summary>
    public void AddTo(HelplineDbContext db, DateTime now)
    {
        var message = new OutboxMessage
        {
            Kind = TextNote.Kind,
            Payload = JsonSerializer.Serialize(new TextNote(To, Words, LinkPath, Origin)),
            CreatedAt = now,
            DueAt = DueAt ?? now,
            ContactId = ContactId,
            Purpose = Purpose,
        };
        db.Outbox.Add(message);
        db.Texts.Add(TextMessage.Out(message.Id, this, Words, now));
    }
}
