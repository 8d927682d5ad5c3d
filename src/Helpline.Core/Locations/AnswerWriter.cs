namespace Helpline.Core.Locations;

/// <summary>Puts what was found into an answer: results in England, the nation otherwise, how sure, and whether to ask.</summary>
internal sealed class AnswerWriter(LocationTables tables)
{
    // Below this share a code straddles: about one resident in four would be put in the wrong authority.
    private const double Sure = 0.75;

    public static LocationAnswer Nothing(string query) =>
        new() { Query = query, Kind = LocationKind.None, Confidence = 0, NeedsAsking = true };

    public LocationAnswer Postcode(string query, ReadPostcode read)
    {
        var kind = read.IsFull ? LocationKind.Postcode : LocationKind.Outward;
        var outward = tables.Postcodes.Find(read.Outward)!;
        var fits = outward.Fits;
        if (read.IsFull && tables.Postcodes.FindException(read.Outward, read.Inward) is { } area)
        {
            fits = [new Fit(area, 1000)];
        }
        else if (read.Inward.Length > 0 && tables.Postcodes.FindSector(read.Outward, read.Inward[0]) is { } sector)
        {
            // Every known postcode that differs from its sector is an exception, so the best fit holds; what is left is a
            // postcode newer than the table or mistyped, taken here as one in ten.
            fits = read.IsFull ? [sector[0] with { PerMille = (ushort)(1000 - ((1000 - sector[0].PerMille) / 10)) }] : sector;
        }

        var (note, trust) = outward.Status switch
        {
            OutwardStatus.Current when read.Corrected => (LocationNote.Corrected, 0.95),
            OutwardStatus.Current => (LocationNote.None, 1),
            OutwardStatus.Retired => (LocationNote.Retired, 0.7),
            OutwardStatus.LargeUser => (LocationNote.LargeUser, 0.3),
            OutwardStatus.NoLocation => (LocationNote.NoLocation, 0),
            OutwardStatus.Forces => (LocationNote.Forces, 0),
        };
        var answer = FromFits(query, kind, fits, read.Uncertain ? trust / 2 : trust);
        return answer with { Note = note };
    }

    public LocationAnswer AreaCode(string query, Fit[] fits) =>
        FromFits(query, LocationKind.Std, fits, 1) with { NeedsAsking = true, Note = LocationNote.AreaCode };

    /// <param name="query">What was asked.</param>
    /// <param name="place">What the name stands for.</param>
    /// <param name="trust">Chance that the name was read rightly.</param>
    public LocationAnswer Name(string query, NamedPlace place, double trust)
    {
        var authorities = place.Areas.Select(tables.Areas.Authority).OfType<Authority>().ToList();
        var confidence = trust / place.Areas.Count;
        return new LocationAnswer
        {
            Query = query,
            Kind = place.Kind,
            Confidence = Math.Round(confidence, 3),
            Results = [.. authorities.Select(a => Result(a, Math.Round(1.0 / place.Areas.Count, 3)))],
            Nation = tables.Areas.Nation(place.Areas[0]),
            NeedsAsking = place.IsAmbiguous || confidence < Sure,
            Note = place.IsAmbiguous ? LocationNote.Ambiguous : LocationNote.None,
        };
    }

    public LocationAnswer Misspelt(string query, NamedPlace place, int slips, IReadOnlyList<string> words)
    {
        // One slip in a long word is a misspelling; in a short one it may as well be another place.
        var answer = Name(query, place, slips == 1 && words.Sum(w => w.Length) >= 8 ? 0.85 : 0.6);
        return answer with { Note = LocationNote.Misspelt };
    }

    private LocationAnswer FromFits(string query, LocationKind kind, Fit[] fits, double trust)
    {
        var confidence = fits.Length == 0 ? 0 : Math.Round(fits[0].PerMille / 1000.0 * trust, 3);
        var nation = fits.Length == 0 ? null : tables.Areas.Nation(fits[0].Area);
        var abroad = nation is not null && fits[0].PerMille / 1000.0 >= Sure;
        return new LocationAnswer
        {
            Query = query,
            Kind = kind,
            Confidence = confidence,
            Results = abroad ? [] : [.. fits
                .Where(f => tables.Areas.Authority(f.Area) is not null)
                .Select(f => Result(tables.Areas.Authority(f.Area)!, f.PerMille / 1000.0))],
            Nation = nation,
            NeedsAsking = confidence < Sure,
        };
    }

    private static LocationResult Result(Authority authority, double share) =>
        new(authority.Code, authority.Name, authority.Region, authority.RegionCode, share);
}
