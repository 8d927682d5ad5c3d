using Helpline.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Adjustments;

/// <summary>Whether words nobody asked for may be left where others may hear or read them: on an answering machine, or in a text.</summary>
internal static class UnaskedMessages
{
    /// <summary>
    /// True when any of those known under the keys wants no message left, or has hours that are safe: whoever lives with them may be the one to hear it.
    /// </summary>
    /// <param name="db">Where adjustments are kept.</param>
    /// <param name="enquirerKeys">Keyed hashes of numbers or addresses; null counts for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<bool> AreUnwelcomeAsync(HelplineDbContext db, IReadOnlyList<string?> enquirerKeys, CancellationToken cancellationToken) =>
        db.Adjustments.AnyAsync(
            a => enquirerKeys.Contains(a.EnquirerKey) && ((a.Kinds & AdjustmentKinds.NoVoicemail) != 0 || a.SafeHours != null), cancellationToken);
}
