namespace Helpline.Knowledge.Content;

/// <summary>Checks that ids which one file names are defined in another.</summary>
internal static class References
{
    /// <summary>The ids that exist, with a problem noted for each that does not.</summary>
    /// <param name="map">Where the ids are named.</param>
    /// <param name="field">The field that names them.</param>
    /// <param name="owner">Who names them, for example "topic 'x'".</param>
    /// <param name="kind">What is named, for example "provision".</param>
    /// <param name="known">The ids that exist.</param>
    /// <param name="definedIn">Where they are defined.</param>
    public static IReadOnlyList<string> Resolve(YamlMap map, string field, string owner, string kind, Func<string, bool> known, string definedIn)
    {
        var ids = new List<string>();
        foreach (var (id, line) in map.Texts(field))
        {
            if (!known(id))
            {
                map.Problem(line, $"{owner} names {kind} '{id}', which is not in {definedIn}");
            }
            else if (ids.Contains(id, StringComparer.Ordinal))
            {
                map.Problem(line, $"{owner} names {kind} '{id}' twice; take one out");
            }
            else
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    /// <summary>Takes items out whose id is already there, with a problem noted for each.</summary>
    public static Catalogue<T> Unique<T>(IEnumerable<(T Item, YamlMap Map)> items, Func<T, string> id, string kind)
        where T : class
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var unique = new List<T>();
        foreach (var (item, map) in items)
        {
            var key = id(item);
            if (key.Length == 0)
            {
                continue;
            }

            if (seen.TryAdd(key, $"{map.File}:{map.Line}"))
            {
                unique.Add(item);
            }
            else
            {
                map.Problem(map.Line, $"{kind} '{key}' is already defined at {seen[key]}; choose another id");
            }
        }

        return new Catalogue<T>(unique, id);
    }
}
