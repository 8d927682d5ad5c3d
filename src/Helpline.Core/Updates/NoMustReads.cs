namespace Helpline.Core.Updates;

/// <summary>A helpline without legal news.</summary>
internal sealed class NoMustReads : IMustReads
{
    public IReadOnlyList<MustRead> Current => [];
}
