using System.Text.Json;
using Helpline.Core.Data;
using Helpline.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Texts;

/// <summary>Sends the texts of the outbox. Whether the number wants texts is asked at this moment, not when the text was written.</summary>
internal sealed class TextHandler(HelplineDbContext db, TextReports reports, ITextSender sender, IOptions<TextOptions> options) : IOutboxHandler
{
    public string Kind => TextNote.Kind;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var text = await db.Texts.AsNoTracking().SingleOrDefaultAsync(t => t.Id == message.Id, cancellationToken);
        if (text is null or { State: not TextState.Waiting } or { ProviderId: not null })
        {
            // A report has come since the last try: it was taken then, although the answer to it was lost.
            return;
        }

        if (text.Purpose == TextPurposes.Survey && await TextSurvey.IsAnsweredAsync(db, text, cancellationToken))
        {
            await db.Texts.Where(t => t.Id == text.Id).ExecuteDeleteAsync(cancellationToken);
            return;
        }

        var note = Read(message);
        if (!UkMobile.Is(note.To))
        {
            await reports.NoteAsync(text.Id, TextState.NotDelivered, null, TextReasons.CannotReceive, cancellationToken);
            return;
        }

        if (await db.TextNumbers.AnyAsync(n => n.NumberKey == text.NumberKey && n.OptedOutAt != null, cancellationToken))
        {
            await reports.NoteAsync(text.Id, TextState.NotDelivered, null, TextReasons.OptedOut, cancellationToken);
            return;
        }

        var sending = await sender.SendAsync(new OutgoingText(text.Id, note.To, BodyOf(note)), cancellationToken);
        await reports.NoteAsync(
            text.Id, sending.Reason is null ? TextState.Taken : TextState.NotDelivered, sending.ProviderId, sending.Reason, cancellationToken);
    }

    private string BodyOf(TextNote note)
    {
        if (note.LinkPath is null)
        {
            return note.Words;
        }

        var site = options.Value.PublicBaseUrl is { Length: > 0 } configured ? configured : note.Origin
            ?? throw new OutboxWaitException("A text waits: Twilio:PublicBaseUrl is empty, so its link would lead nowhere.");
        return note.Words.Replace(TextNote.Link, site.TrimEnd('/') + note.LinkPath, StringComparison.Ordinal);
    }

    private static TextNote Read(OutboxMessage message)
    {
        try
        {
            return TextNote.From(message);
        }
        catch (JsonException)
        {
            throw new OutboxRefusedException(TextReasons.Unreadable);
        }
    }
}
