using System.Collections.Frozen;
using System.Globalization;

namespace Helpline.Core.Locations;

/// <summary>Helps speech recognition with the names of places and reads postcodes spelt aloud.</summary>
public sealed class SpokenPlaces
{
    /// <summary>The most phrases a speech recogniser takes as hints.</summary>
    public const int MostHints = 500;

    private static readonly FrozenDictionary<string, string> Sounds = Pairs(
        "zero 0 nought 0 nil 0 one 1 won 1 two 2 to 2 too 2 three 3 four 4 for 4 five 5 six 6 seven 7 eight 8 ate 8 nine 9 ten 10 eleven 11 twelve 12 " +
        "thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 " +
        "ay A alpha A alfa A bee B be B bravo B see C sea C cee C charlie C dee D delta D ee E echo E eff F foxtrot F gee G golf G aitch H haitch H hotel H " +
        "eye I india I jay J juliet J kay K kilo K ell L el L lima L em M mike M en N november N oh O oscar O pea P pee P papa P queue Q cue Q quebec Q " +
        "are R ar R romeo R ess S sierra S tea T tee T tango T you U uniform U vee V victor V double-you W whiskey W whisky W ex X xray X why Y yankee Y zed Z zee Z zulu Z");

    private static readonly FrozenDictionary<string, string> Tens = Pairs(
        "twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90");

    private readonly ILocationResolver resolver;

    internal SpokenPlaces(LocationTables tables, ILocationResolver resolver)
    {
        this.resolver = resolver;
        Hints = [.. tables.Directory.Authorities.Select(a => Spoken(a.Name)).Concat(tables.DistrictNames)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostHints)];
    }

    /// <summary>Names of authorities and districts as people say them, at most <see cref="MostHints"/>; without commas, so that they can be joined by them.</summary>
    public IReadOnlyList<string> Hints { get; }

    /// <summary>Resolves a transcript: a place as spoken, or a postcode spelt with letters, number words or the spelling alphabet.</summary>
    public LocationAnswer Resolve(string? transcript)
    {
        var asHeard = resolver.Resolve(transcript);
        if (!asHeard.NeedsAsking || asHeard.Kind is LocationKind.Postcode || transcript is null or { Length: > PlaceText.LongestInput })
        {
            return asHeard;
        }

        var spelt = resolver.Resolve(Spelt(transcript));
        return spelt.Kind is LocationKind.Postcode or LocationKind.Outward ? spelt with { Query = transcript } : asHeard;
    }

    private static string Spelt(string transcript)
    {
        var words = transcript.ToLowerInvariant().Replace("double you", "double-you", StringComparison.Ordinal)
            .Split([' ', ',', '.', '?', '!'], StringSplitOptions.RemoveEmptyEntries);
        var read = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (Tens.TryGetValue(words[i], out var tens))
            {
                var unit = i + 1 < words.Length && Sounds.TryGetValue(words[i + 1], out var next) && next is [>= '1' and <= '9'] ? next[0] - '0' : 0;
                i += unit > 0 ? 1 : 0;
                read.Add((int.Parse(tens, CultureInfo.InvariantCulture) + unit).ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                read.Add(Sounds.GetValueOrDefault(words[i], words[i]));
            }
        }

        // Letters and digits spoken one by one belong together; words around them stay apart.
        var joined = new List<string>();
        var piece = "";
        foreach (var word in read)
        {
            if (word.Length == 1 || char.IsAsciiDigit(word[0]) || (word.Length == 2 && !PlaceText.IsFiller(word)))
            {
                piece += word;
                continue;
            }

            joined.Add(piece);
            joined.Add(word);
            piece = "";
        }

        joined.Add(piece);
        return string.Join(' ', joined.Where(j => j.Length > 0));
    }

    private static string Spoken(string name)
    {
        // "Bristol, City of" is said "City of Bristol"; a list of towns is said without its comma.
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && name.EndsWith(" of", StringComparison.Ordinal)
            ? $"{name[(comma + 2)..]} {name[..comma]}"
            : name.Replace(",", "", StringComparison.Ordinal);
    }

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split(' ').Chunk(2).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
