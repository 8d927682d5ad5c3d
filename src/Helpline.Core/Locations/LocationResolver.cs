namespace Helpline.Core.Locations;

/// <inheritdoc cref="ILocationResolver" />
/// <remarks>Immutable and safe for any number of threads. Everything is in memory; nothing asked is kept.</remarks>
public sealed class LocationResolver : ILocationResolver
{
    private readonly LocationTables tables;
    private readonly PostcodeReader reader;
    private readonly AnswerWriter write;

    internal LocationResolver(LocationTables tables)
    {
        this.tables = tables;
        reader = new PostcodeReader(tables.Postcodes);
        write = new AnswerWriter(tables);
    }

    /// <inheritdoc />
    public LocationAnswer Resolve(string? input)
    {
        var query = input ?? "";
        if (query.Length > PlaceText.LongestInput || !IsText(query))
        {
            return AnswerWriter.Nothing(query);
        }

        if (AreaCodeIndex.National(query) is { } national)
        {
            return tables.AreaCodes.Find(national) is { } fits ? write.AreaCode(query, fits) : AnswerWriter.Nothing(query);
        }

        var words = PlaceText.Words(query);
        return words.Count == 0 ? AnswerWriter.Nothing(query) : ByCodeOrName(query, words) ?? WithinText(query, words) ?? AnswerWriter.Nothing(query);
    }

    private LocationAnswer? ByCodeOrName(string query, IReadOnlyList<string> words)
    {
        foreach (var form in (IReadOnlyList<string>[])[words, PlaceText.WithoutFiller(words)])
        {
            var compact = string.Concat(form).ToUpperInvariant();
            if (tables.Names.Code(compact) is { } code)
            {
                return write.Name(query, code, 1);
            }

            if (reader.Whole(compact) is { } postcode)
            {
                return write.Postcode(query, postcode);
            }
        }

        return tables.Names.Exact(words) is { } place ? write.Name(query, place, 1) : null;
    }

    private LocationAnswer? WithinText(string query, IReadOnlyList<string> words)
    {
        string[] upper = [.. words.Select(w => w.ToUpperInvariant())];
        if ((reader.FullWithin(upper) ?? reader.OutwardWithin(upper)) is { } postcode)
        {
            return write.Postcode(query, postcode);
        }

        if (tables.Names.Within(words) is var (within, whole))
        {
            return write.Name(query, within, whole ? 0.8 : 0.5);
        }

        var bare = PlaceText.WithoutFiller(words);
        var plain = PlaceText.WithoutDesignation(bare) ?? bare;
        if (tables.Names.ByBeginning(plain) is { } beginning)
        {
            return write.Name(query, beginning, 0.8);
        }

        return (tables.Names.Misspelt(bare) ?? tables.Names.Misspelt(plain)) is var (nearest, distance) ? write.Misspelt(query, nearest, distance, bare) : null;
    }

    // A lone half of a surrogate pair cannot be normalised.
    private static bool IsText(string query)
    {
        for (var i = 0; i < query.Length; i++)
        {
            if (char.IsSurrogate(query[i]) && !(char.IsHighSurrogate(query[i]) && i + 1 < query.Length && char.IsLowSurrogate(query[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
