using System.Text.RegularExpressions;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Feedback;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Texts;

/// <summary>
/// The survey of a question that came by text: asked by one text some hours after the answer, answered by digits. Digits count only where a
/// survey has gone out to the number lately; anything else, and digits at any other time, is something said to us.
/// </summary>
internal static partial class TextSurvey
{
    /// <summary>For how long after a survey could go out digits answer it.</summary>
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromDays(7);

    /// <summary>Writes the survey, to go out later. Nothing when it is switched off.</summary>
    public static void Ask(HelplineDbContext db, Contact contact, TextOptions options, DateTime now)
    {
        if (options.SurveyAfterHours > 0)
        {
            new NewText
            {
                To = contact.EnquirerNumber!,
                NumberKey = contact.EnquirerKey,
                ContactId = contact.Id,
                Purpose = TextPurposes.Survey,
                Words = TextWords.Survey,
                DueAt = now.AddHours(options.SurveyAfterHours),
            }.AddTo(db, now);
        }
    }

    /// <summary>Whether there is nothing to ask any more: they have said it on the web meanwhile.</summary>
    public static async Task<bool> IsAnsweredAsync(HelplineDbContext db, TextMessage survey, CancellationToken cancellationToken) =>
        await db.Feedback.AnyAsync(f => f.ContactId == survey.ContactId && f.GivenAt != null, cancellationToken);

    /// <summary>Takes a text as the answer to a survey, within a commit. Null when it is none.</summary>
    public static async Task<ContactId?> TakeAsync(
        HelplineDbContext db, string body, string key, TextOptions options, DateTime now, CancellationToken cancellationToken)
    {
        if (Read(body) is not { } scores)
        {
            return null;
        }

        var since = now - AnsweredWithin - TimeSpan.FromHours(options.SurveyAfterHours);
        var asked = await db.Texts.AsNoTracking()
            .Where(t => t.NumberKey == key && t.Purpose == TextPurposes.Survey && t.At >= since
                && (t.State == TextState.Taken || t.State == TextState.Sent || t.State == TextState.Delivered))
            .OrderByDescending(t => t.At).Select(t => t.ContactId).FirstOrDefaultAsync(cancellationToken);
        if (asked is not { } contactId)
        {
            return null;
        }

        await FeedbackService.GiveWithinAsync(db, contactId, scores, now, cancellationToken);
        return contactId;
    }

    /// <summary>The scores in a text that is nothing but one or two digits from 1 to 5; null for any other.</summary>
    internal static FeedbackInput? Read(string body)
    {
        var found = Digits().Match(body);
        return !found.Success ? null : new FeedbackInput(
            found.Groups["helped"].ValueSpan[0] - '0',
            found.Groups["next"] is { Success: true } next ? next.ValueSpan[0] - '0' : null);
    }

    [GeneratedRegex(@"^\s*(?<helped>[1-5])(\s*[\s,;/&+]\s*(?<next>[1-5]))?\s*[.!]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
