using Helpline.Core.Contacts;

namespace Helpline.Core.Outbox;

/// <summary>Asks that scores which came after the contact's facts be handed to the anonymiser.</summary>
internal static class SatisfactionOutbox
{
    public const string Kind = "satisfaction-facts";

    /// <summary>The message; it waits until the second question has had time to be answered.</summary>
    public static OutboxMessage For(ContactId contactId, DateTime now) => new()
    {
        Kind = Kind,
        Payload = contactId.ToString(),
        CreatedAt = now,
        DueAt = now + TimeSpan.FromMinutes(5),
    };
}
