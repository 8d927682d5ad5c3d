namespace Helpline.Core.Updates;

/// <summary>What advisers must have read. The host fills it from the knowledge base; without one there is nothing to read.</summary>
public interface IMustReads
{
    /// <summary>Every update that must be read, as served at this moment.</summary>
    IReadOnlyList<MustRead> Current { get; }
}
