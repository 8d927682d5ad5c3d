using Helpline.Core.Common;

namespace Helpline.Core.Texts;

/// <summary>
/// What we know of a number that texts, by its keyed hash alone: whether it wants no texts, and how many automatic ones it had lately. Every
/// text that comes in changes it, so two at once are taken one after the other.
/// </summary>
public sealed class TextNumber : Entity
{
    private TextNumber()
    {
    }

    /// <summary>The keyed hash of the number.</summary>
    public string NumberKey { get; private init; } = "";

    /// <summary>When its owner asked for no texts, UTC; null while texts are welcome.</summary>
    public DateTime? OptedOutAt { get; private set; }

    /// <summary>When it last texted us, or a text to it was refused, UTC.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>When the hour began that automatic texts are counted in, UTC.</summary>
    public DateTime CountedFrom { get; private set; }

    /// <summary>Automatic texts since then.</summary>
    public int Automatic { get; private set; }

    internal static TextNumber For(string key, DateTime now) => new() { NumberKey = key, LastAt = now, CountedFrom = now };

    internal void Heard(DateTime now) => LastAt = now;

    internal void OptOut(DateTime now)
    {
        OptedOutAt ??= now;
        LastAt = now;
    }

    internal void OptIn(DateTime now)
    {
        OptedOutAt = null;
        LastAt = now;
    }

    /// <summary>Whether one more automatic text may go to it; counts it. Keeps two machines from answering each other without end.</summary>
    internal bool TakeAutomatic(int mostPerHour, DateTime now)
    {
        if (now - CountedFrom >= TimeSpan.FromHours(1))
        {
            CountedFrom = now;
            Automatic = 0;
        }

        if (OptedOutAt is not null || Automatic >= mostPerHour)
        {
            return false;
        }

        Automatic++;
        return true;
    }
}
