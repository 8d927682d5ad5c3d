using Helpline.Core.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Data;

/// <summary>Saving where others may save the same rows at the same time.</summary>
public static class Saving
{
    private const int Attempts = 6;

    // Rows that are read one after another may be from before and after somebody's commit, and then break a rule that holds for both.
    private const int TornReads = 2;

    /// <summary>
    /// Saves; false when another writer came first (a version moved on, or a unique index refused). The context is then empty and
    /// nothing of the change was written.
    /// </summary>
    public static async Task<bool> TrySaveAsync(this HelplineDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>
    /// Loads, decides and saves, again from the start when another writer came first. For changes that must happen whoever else
    /// writes, such as a caller hanging up. Throws <see cref="DbUpdateConcurrencyException"/> after six lost races, and what the attempt
    /// throws when it does so three times: once or twice may come of rows read while another writer committed.
    /// </summary>
    /// <param name="db">The context.</param>
    /// <param name="attempt">Loads and changes; its value is returned once saved.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<T> SaveWithRetryAsync<T>(this HelplineDbContext db, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Attempts; i++)
        {
            db.ChangeTracker.Clear();
            T result;
            try
            {
                result = await attempt();
            }
            catch (Exception e) when (e is RuleBrokenException or InvalidOperationException && i < TornReads)
            {
                continue;
            }

            if (!db.HasWork || await db.TrySaveAsync(cancellationToken))
            {
                return result;
            }
        }

        throw new DbUpdateConcurrencyException("Another writer came first each time.");
    }

    private static bool IsUniqueViolation(DbUpdateException e) => e.InnerException switch
    {
        SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 2067 or 1555 } => true,
        SqlException { Number: 2601 or 2627 } => true,
        _ => false,
    };
}
