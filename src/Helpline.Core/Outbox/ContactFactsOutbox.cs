using Helpline.Core.Contacts;

namespace Helpline.Core.Outbox;

/// <summary>Asks that a finished contact's facts be handed to the anonymiser.</summary>
internal static class ContactFactsOutbox
{
    public const string Kind = "contact-facts";

    /// <summary>
    /// The message for a contact that has just ended. It waits a little: news of a voicemail may follow a hang-up, scores may follow
    /// the close. A caller who gave up may ring again and have their place: for that it waits <paramref name="longer"/>.
    /// </summary>
    public static OutboxMessage For(ContactId contactId, DateTime now, TimeSpan longer = default) => new()
    {
        Kind = Kind,
        Payload = contactId.ToString(),
        CreatedAt = now,
        DueAt = now + TimeSpan.FromMinutes(2) + longer,
    };
}
