namespace Helpline.Core.Common;

/// <summary>Makes the identifiers of everything Helpline stores.</summary>
public static class Ids
{
    /// <summary>A new identifier whose text sorts by the moment it was made (RFC 9562, version 7), so that new rows land together.</summary>
    public static Guid New() => Guid.CreateVersion7();
}
