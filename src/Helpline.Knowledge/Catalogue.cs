using System.Collections;

namespace Helpline.Knowledge;

/// <summary>An ordered, immutable list whose items are also found by id.</summary>
/// <typeparam name="T">The kind of item.</typeparam>
public sealed class Catalogue<T> : IReadOnlyList<T>
    where T : class
{
    private readonly T[] items;
    private readonly Dictionary<string, T> byId;

    internal Catalogue(IEnumerable<T> items, Func<T, string> id)
    {
        this.items = [.. items];
        byId = this.items.ToDictionary(id, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <summary>Every id, in the order of the items.</summary>
    public IEnumerable<string> Ids => byId.Keys;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>The item with this id, or null when there is none. Ids are compared exactly.</summary>
    /// <param name="id">The id; null finds nothing.</param>
    public T? Find(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    /// <summary>Whether there is an item with this id.</summary>
    /// <param name="id">The id; null is never present.</param>
    public bool Contains(string? id) => id is not null && byId.ContainsKey(id);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
