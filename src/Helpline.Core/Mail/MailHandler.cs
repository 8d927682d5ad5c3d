using System.Net.Mail;
using System.Text.Json;
using Helpline.Core.Outbox;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Mail;

/// <summary>Sends the mails of the outbox.</summary>
internal sealed class MailHandler(IMailSender sender, IOptions<MailOptions> options) : IOutboxHandler
{
    public string Kind => MailNote.Kind;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var note = Read(message);
        var site = options.Value.PublicBaseUrl is { Length: > 0 } configured ? configured : note.Origin;
        if (site is null)
        {
            throw new OutboxWaitException("A mail waits: Twilio:PublicBaseUrl is empty, so its link would lead nowhere.");
        }

        if (!MailAddress.TryCreate(note.To, out _))
        {
            throw new OutboxRefusedException("mail.address-invalid");
        }

        await sender.SendAsync(MailLayout.Lay(note, message.Id, site), cancellationToken);
    }

    private static MailNote Read(OutboxMessage message)
    {
        try
        {
            return MailNote.From(message);
        }
        catch (JsonException)
        {
            throw new OutboxRefusedException("mail.unreadable");
        }
    }
}
