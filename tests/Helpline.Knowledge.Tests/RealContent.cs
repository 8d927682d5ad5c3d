namespace Helpline.Knowledge.Tests;

/// <summary>The real content, indexed once for every class that asks for it.</summary>
public sealed class RealContent : IDisposable
{
    internal TestKnowledge Knowledge { get; } = new(Repository.Content);

    public void Dispose() => Knowledge.Dispose();
}
