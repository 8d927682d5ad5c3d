using Helpline.Core.Common;

namespace Helpline.Core.Enquiries;

/// <summary>
/// The tries of a PIN for one reference, whether or not there is an enquiry by that reference: what happens must not tell the two apart.
/// Moments are UTC.
/// </summary>
public sealed class PinTries : Entity
{
    /// <summary>After this many wrong tries the reference is locked.</summary>
    public const int Allowed = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>How long tries are remembered.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private PinTries()
    {
    }

    /// <summary>Keyed hash of the reference.</summary>
    public string ReferenceKey { get; private init; } = "";

    /// <summary>Wrong tries since the last right one or the last lock.</summary>
    public int Wrong { get; private set; }

    /// <summary>Until when no PIN is accepted; null when not locked.</summary>
    public DateTime? LockedUntil { get; private set; }

    /// <summary>When the last try was made.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>No tries yet.</summary>
    internal static PinTries For(string referenceKey) => new() { ReferenceKey = referenceKey };

    /// <summary>
    /// Takes one try, counted as wrong until <see cref="Forget"/> says otherwise, so that many at once cannot pass the limit. False
    /// while locked.
    /// </summary>
    internal bool Take(DateTime now)
    {
        if (LockedUntil > now)
        {
            return false;
        }

        LastAt = now;
        Wrong = LockedUntil is null ? Wrong + 1 : 1;
        LockedUntil = Wrong >= Allowed ? now + LockedFor : null;
        return true;
    }

    /// <summary>The PIN was right.</summary>
    internal void Forget()
    {
        Wrong = 0;
        LockedUntil = null;
    }
}
