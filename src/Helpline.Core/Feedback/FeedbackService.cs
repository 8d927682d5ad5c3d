using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Feedback;

/// <summary>The two questions of the survey.</summary>
public enum SurveyQuestion
{
    /// <summary>Did we help?</summary>
    Helped,

    /// <summary>Do you know what to do next?</summary>
    NextStepClear,
}

/// <summary>What an enquirer says about a contact. Null leaves what was said before.</summary>
/// <param name="Helped">Did we help? 1 to 5.</param>
/// <param name="NextStepClear">Do you know what to do next? 1 to 5.</param>
/// <param name="Comment">Anything else.</param>
public sealed record FeedbackInput(int? Helped, int? NextStepClear, string? Comment = null);

/// <summary>Asks whether we helped, and keeps the answer.</summary>
public sealed class FeedbackService(HelplineDbContext db, TimeProvider time)
{
    /// <summary>A new secret token for <c>/feedback/{token}</c>. Only its hash is kept; an earlier token for the contact stops working.</summary>
    public async Task<string> IssueTokenAsync(ContactId contactId, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        await db.SaveWithRetryAsync(
            async () =>
            {
                var feedback = await FindOrAddAsync(db, contactId, cancellationToken);
                feedback.TokenHash = Hash(token);
                return true;
            },
            cancellationToken);
        return token;
    }

    /// <summary>The contact a token is for; null when it is not one of ours.</summary>
    public async Task<ContactId?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Hash(token);
        var found = await db.Feedback.AsNoTracking().Where(f => f.TokenHash == hash).Select(f => f.ContactId).ToListAsync(cancellationToken);
        return found is [var contactId] ? contactId : null;
    }

    /// <summary>What was said so far; null when nothing was asked yet.</summary>
    public Task<ContactFeedback?> FindAsync(ContactId contactId, CancellationToken cancellationToken) =>
        db.Feedback.AsNoTracking().SingleOrDefaultAsync(f => f.ContactId == contactId, cancellationToken);

    /// <summary>Keeps an answer from the keypad. False for a score that is not 1 to 5 or an unknown call.</summary>
    public async Task<bool> ScoreCallAsync(string providerCallId, SurveyQuestion question, int score, CancellationToken cancellationToken)
    {
        var ids = await db.Calls.AsNoTracking().Where(c => c.ProviderCallId == providerCallId).Select(c => c.ContactId).ToListAsync(cancellationToken);
        return ids is [var contactId] && await GiveAsync(
            contactId,
            question switch
            {
                SurveyQuestion.Helped => new FeedbackInput(score, null),
                SurveyQuestion.NextStepClear => new FeedbackInput(null, score),
            },
            cancellationToken);
    }

    /// <summary>Keeps what the enquirer says; a later answer replaces an earlier one. False for a score that is not 1 to 5, or too long a comment.</summary>
    public async Task<bool> GiveAsync(ContactId contactId, FeedbackInput input, CancellationToken cancellationToken)
    {
        if (input.Helped is < 1 or > 5 || input.NextStepClear is < 1 or > 5 || input.Comment?.Length > ContactFeedback.CommentLength)
        {
            return false;
        }

        return await db.SaveWithRetryAsync(
            async () =>
            {
                await GiveWithinAsync(db, contactId, input, time.UtcNow(), cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Keeps what was said, within the commit of something else. The scores have been checked.</summary>
    internal static async Task GiveWithinAsync(HelplineDbContext db, ContactId contactId, FeedbackInput input, DateTime now, CancellationToken cancellationToken)
    {
        var feedback = await FindOrAddAsync(db, contactId, cancellationToken);
        feedback.Give(input, now);
        if (feedback.TakeForReport())
        {
            db.Outbox.Add(SatisfactionOutbox.For(contactId, now));
        }
    }

    private static string Hash(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static async Task<ContactFeedback> FindOrAddAsync(HelplineDbContext db, ContactId contactId, CancellationToken cancellationToken)
    {
        var feedback = await db.Feedback.SingleOrDefaultAsync(f => f.ContactId == contactId, cancellationToken);
        if (feedback is null)
        {
            feedback = ContactFeedback.For(contactId);
            db.Feedback.Add(feedback);
        }

        return feedback;
    }
}
