namespace Helpline.Core.Locations;

/// <summary>Names and codes of authorities, districts, former authorities, regions and nations.</summary>
internal sealed class NameIndex
{
    private const int LongestName = 7;
    private const int ShortestMisspelt = 5;
    private const int MostByPrefix = 12;

    private readonly Dictionary<string, NamedPlace> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedPlace> joined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedPlace> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedPlace> districts = new(StringComparer.Ordinal);

    public int Count => names.Count;

    public void AddName(string name, NamedPlace place)
    {
        var key = PlaceText.Key(name);
        if (names.TryAdd(key, place))
        {
            joined.TryAdd(key.Replace(" ", "", StringComparison.Ordinal), place);
        }

        if (place.Kind == LocationKind.District)
        {
            districts.TryAdd(key, place);
        }
    }

    public void AddCode(string code, NamedPlace place)
    {
        if (code.Length > 0)
        {
            codes.TryAdd(code.ToUpperInvariant(), place);
        }
    }

    public NamedPlace? Code(string compact) => codes.GetValueOrDefault(compact);

    /// <summary>The name as it stands, then without what surrounds it, then without "council" and the like.</summary>
    public NamedPlace? Exact(IReadOnlyList<string> words)
    {
        var bare = PlaceText.WithoutFiller(words);
        foreach (var form in (IReadOnlyList<string>[])[words, bare])
        {
            if (Find(form) is { } found)
            {
                return found;
            }
        }

        foreach (var form in (IReadOnlyList<string>[])[words, bare])
        {
            if (PlaceText.WithoutDesignation(form) is { } plain && Plain(form, plain) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>
    /// Names inside a sentence, the longest first; names that say different things are all offered. <c>Whole</c> is false when
    /// words are left that may belong to the name of another place: "Sutton Coldfield" is not Sutton.
    /// </summary>
    public (NamedPlace Place, bool Whole)? Within(IReadOnlyList<string> words)
    {
        NamedPlace? found = null;
        var whole = true;
        for (var first = 0; first < words.Count; first++)
        {
            var length = Math.Min(LongestName, words.Count - first);
            for (; length > 0; length--)
            {
                var key = string.Join(' ', words.Skip(first).Take(length));
                if (key.Length >= 4 && names.TryGetValue(key, out var place))
                {
                    found = found is null || found.SameAreas(place) ? place : Narrow(found, place);
                    first += length - 1;
                    break;
                }
            }

            whole &= length > 0 || PlaceText.NamesNothing(words[first]);
        }

        return found is null ? null : (found, whole);
    }

    /// <summary>Names that begin with these words: "Stratford" may be the one on the Avon or the one in London.</summary>
    public NamedPlace? ByBeginning(IReadOnlyList<string> words)
    {
        var start = string.Join(' ', words) + " ";
        if (start.Length < ShortestMisspelt || words.All(PlaceText.NamesNothing))
        {
            return null;
        }

        var found = names.Where(n => n.Key.StartsWith(start, StringComparison.Ordinal)).Select(n => n.Value).Take(MostByPrefix + 1).ToList();
        return found.Count is 0 or > MostByPrefix ? null : found.Skip(1).Aggregate(found[0], (a, b) => a.SameAreas(b) ? a : a.Or(b));
    }

    /// <summary>The one name spelt most nearly like this, and how many slips away it is. Names equally near and different give nothing.</summary>
    public (NamedPlace Place, int Distance)? Misspelt(IReadOnlyList<string> words)
    {
        var text = string.Concat(words);
        if (text.Length is < ShortestMisspelt or > 60)
        {
            return null;
        }

        var nearest = text.Length >= 8 ? 2 : 1;
        NamedPlace? best = null;
        var unique = true;
        foreach (var (key, place) in joined)
        {
            if (key.Length < ShortestMisspelt || Spelling.Distance(text, key, nearest) is var distance && distance > nearest)
            {
                continue;
            }

            unique = best is null || distance < nearest || (unique && best.SameAreas(place));
            (best, nearest) = best is null || distance < nearest ? (place, distance) : (best, nearest);
        }

        return best is null || !unique ? null : (best, nearest);
    }

    private NamedPlace? Find(IReadOnlyList<string> words) =>
        words.Count == 0 ? null : names.GetValueOrDefault(string.Join(' ', words)) ?? joined.GetValueOrDefault(string.Concat(words));

    private NamedPlace? Plain(IReadOnlyList<string> full, IReadOnlyList<string> plain)
    {
        var key = string.Join(' ', plain);
        if (full.Contains("borough") || full.Contains("district"))
        {
            // "Ashford Borough Council" is the district, whatever else is called Ashford.
            return districts.GetValueOrDefault(key) ?? Find(plain);
        }

        // "Nottingham County Council" is likelier to mean the county around the city than the city.
        return full.Contains("county") && names.GetValueOrDefault(key + "shire") is { } shire
            ? Find(plain) is { } town && !town.SameAreas(shire) ? shire.Or(town) : shire
            : Find(plain);
    }

    private static NamedPlace Narrow(NamedPlace first, NamedPlace second) =>
        // "Stockton in Cheshire", "Richmond in London": a narrower name decides when the wider one holds it.
        second.Areas.All(first.Areas.Contains) ? second : first.Areas.All(second.Areas.Contains) ? first : first.Or(second);
}
