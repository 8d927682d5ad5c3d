namespace Helpline.Core.Spoken;

/// <summary>What an administrator may word, or have recorded, of what callers hear.</summary>
public enum SpokenPart
{
    /// <summary>The first words of a call.</summary>
    Greeting,

    /// <summary>What we say of keeping what is told us.</summary>
    Privacy,
}
