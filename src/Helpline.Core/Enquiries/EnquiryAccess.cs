using System.Security.Cryptography;
using System.Text;
using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Enquiries;

/// <summary>What came of asking to see an enquiry.</summary>
public enum AccessOutcome
{
    /// <summary>It may be seen.</summary>
    Granted,

    /// <summary>The reference and the proof do not belong together; nothing says which of them is wrong.</summary>
    Refused,

    /// <summary>Too many wrong tries with this reference, whether or not there is an enquiry by it.</summary>
    Locked,
}

/// <summary>The outcome with the enquiry, where granted.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="EnquiryId">The enquiry that may be seen.</param>
/// <param name="Reference">Its reference as written.</param>
public sealed record EnquiryAccessResult(AccessOutcome Outcome, EnquiryId? EnquiryId = null, string? Reference = null);

/// <summary>Lets enquirers see their own enquiry, by the secret of a mail or by reference and PIN.</summary>
public sealed class EnquiryAccess(HelplineDbContext db, EnquirerKeys keys, IPasswordHasher<Enquiry> hasher, TimeProvider time)
{
    private static readonly EnquiryAccessResult Refused = new(AccessOutcome.Refused);

    private static string? noHash;

    /// <summary>By the secret from a link. It can be used again: people open mails more than once.</summary>
    public async Task<EnquiryAccessResult> BySecretAsync(string? reference, string? secret, CancellationToken cancellationToken)
    {
        if (!EnquiryReference.TryRead(reference, out var known) || string.IsNullOrEmpty(secret) || secret.Length > 200)
        {
            return Refused;
        }

        // Found by the hash of 256 random bits: there is nothing to learn from the time a database takes over it.
        var hash = EnquirySecret.HashOf(secret);
        var found = await db.EnquirySecrets.AsNoTracking()
            .Where(s => s.Hash == hash)
            .Join(db.Enquiries, s => s.EnquiryId, e => e.Id, (s, e) => new { e.Id, e.Reference })
            .ToListAsync(cancellationToken);
        return found is [var enquiry] && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(enquiry.Reference), Encoding.ASCII.GetBytes(known))
            ? new EnquiryAccessResult(AccessOutcome.Granted, enquiry.Id, enquiry.Reference)
            : Refused;
    }

    /// <summary>
    /// By reference and PIN. Five wrong tries lock the reference for a quarter of an hour. A reference that nobody has goes the same
    /// way, step for step, so neither the outcome nor the time it takes tells whether there is an enquiry.
    /// </summary>
    public async Task<EnquiryAccessResult> ByPinAsync(string? reference, string? pin, CancellationToken cancellationToken)
    {
        if (!EnquiryReference.TryRead(reference, out var known))
        {
            return Refused;
        }

        var key = (await keys.ForAsync("reference:" + known, cancellationToken))!;
        if (!await TakeTryAsync(key, cancellationToken))
        {
            return new EnquiryAccessResult(AccessOutcome.Locked);
        }

        var found = await db.Enquiries.AsNoTracking()
            .Where(e => e.Reference == known).Select(e => new { e.Id, e.PinHash }).SingleOrDefaultAsync(cancellationToken);
        var digits = string.Concat((pin ?? "").Where(char.IsAsciiDigit));
        var right = hasher.VerifyHashedPassword(null!, found?.PinHash ?? NoHash(), digits) != PasswordVerificationResult.Failed;
        if (!right || found?.PinHash is null)
        {
            return Refused;
        }

        await db.SaveWithRetryAsync(
            async () =>
            {
                (await db.PinTries.SingleOrDefaultAsync(t => t.ReferenceKey == key, cancellationToken))?.Forget();
                return true;
            },
            cancellationToken);
        return new EnquiryAccessResult(AccessOutcome.Granted, found.Id, known);
    }

    private async Task<bool> TakeTryAsync(string key, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var forget = now - PinTries.Remembered;
        await db.PinTries.Where(t => t.LastAt < forget).ExecuteDeleteAsync(cancellationToken);
        try
        {
            return await db.SaveWithRetryAsync(
                async () =>
                {
                    var tries = await db.PinTries.SingleOrDefaultAsync(t => t.ReferenceKey == key, cancellationToken);
                    if (tries is null)
                    {
                        tries = PinTries.For(key);
                        db.PinTries.Add(tries);
                    }

                    return tries.Take(now);
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // So many at once is no person.
            return false;
        }
    }

    /// <summary>The hash of something no one types, to spend the same time on a reference that nobody has.</summary>
    private string NoHash() => noHash ??= hasher.HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
}
