using Helpline.Core.Common;
using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Calls;

/// <summary>Keeps the answers given to the phone provider, so that a repeated request gets the same one.</summary>
public sealed class WebhookReplies(HelplineDbContext db, TimeProvider time)
{
    /// <summary>The answer given before; null for a first request.</summary>
    public Task<string?> FindAsync(string key, CancellationToken cancellationToken) =>
        db.WebhookReplies.AsNoTracking().Where(r => r.Key == key).Select(r => r.Body).SingleOrDefaultAsync(cancellationToken)!;

    /// <summary>Keeps an answer. Returns the answer to give: the one kept first, where two requests race.</summary>
    public async Task<string> KeepAsync(string key, string body, CancellationToken cancellationToken)
    {
        db.WebhookReplies.Add(new WebhookReply { Key = key, Body = body, GivenAt = time.UtcNow() });
        return await db.TrySaveAsync(cancellationToken) ? body : await FindAsync(key, cancellationToken) ?? body;
    }

    /// <summary>Forgets answers older than <paramref name="age"/>. Returns how many.</summary>
    public Task<int> ForgetAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - age;
        return db.WebhookReplies.Where(r => r.GivenAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
