namespace Helpline.Core.Locations;

/// <summary>A postcode found in what was typed. <see cref="Inward"/> is empty, the sector digit, or all three characters.</summary>
internal readonly record struct ReadPostcode(string Outward, string Inward, bool Corrected, bool Uncertain)
{
    public bool IsFull => Inward.Length == 3;
}

/// <summary>Reads postcodes as people write them: any case and spacing, O for 0, I or l for 1, S for 5, text around them.</summary>
internal sealed class PostcodeReader(PostcodeIndex index)
{
    // The shapes an outward code can have: A a letter, 9 a digit.
    private static readonly string[] Shapes = ["A9", "A99", "AA9", "A9A", "AA99", "AA9A"];

    /// <summary>Reads a text that is nothing but a postcode, a part of one, or one with up to three characters of junk behind it.</summary>
    public ReadPostcode? Whole(string compact)
    {
        if (compact.Length is < 2 or > 10 || !compact.Any(char.IsAsciiDigit) || !compact.Any(char.IsAsciiLetter))
        {
            // Without a digit it is a name, without a letter a number: I and O are only read as digits beside real ones.
            return null;
        }

        return Full(compact, strict: true) ?? Part(compact, strict: true) ?? Full(compact, strict: false) ?? Part(compact, strict: false)
            ?? WithJunk(compact);
    }

    /// <summary>Finds a properly written full postcode inside a sentence.</summary>
    public ReadPostcode? FullWithin(IReadOnlyList<string> words) => Within(words, 3, c => Full(c, strict: true));

    /// <summary>Finds a properly written outward code inside a sentence.</summary>
    public ReadPostcode? OutwardWithin(IReadOnlyList<string> words) =>
        Within(words, 1, c => c.Any(char.IsAsciiDigit) && Fit(c, strict: true) is { } outward ? outward : null);

    private static ReadPostcode? Within(IReadOnlyList<string> words, int most, Func<string, ReadPostcode?> read)
    {
        for (var first = 0; first < words.Count; first++)
        {
            var joined = "";
            for (var next = first; next < words.Count && next < first + most; next++)
            {
                joined += words[next];
                if (joined.Length > 7)
                {
                    break;
                }

                if (read(joined) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private ReadPostcode? WithJunk(string compact)
    {
        for (var length = Math.Min(7, compact.Length - 1); length >= 5; length--)
        {
            if (Full(compact[..length], strict: true) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private ReadPostcode? Full(string compact, bool strict)
    {
        if (compact.Length is < 5 or > 7)
        {
            return null;
        }

        var (inward, changes) = Shaped(compact[^3..], "9AA");
        return inward is null || (strict && changes > 0) || Fit(compact[..^3], strict) is not { } outward
            ? null
            : outward with { Inward = inward, Corrected = outward.Corrected || changes > 0 };
    }

    private ReadPostcode? Part(string compact, bool strict)
    {
        if (Fit(compact, strict) is { } outward)
        {
            return outward;
        }

        // "S36 1" and "S36 1A": the rest of the postcode is missing, the sector is not.
        foreach (var length in (int[])[1, 2])
        {
            if (compact.Length > length + 1 && char.IsAsciiDigit(compact[^length]) && (length == 1 || char.IsAsciiLetter(compact[^1]))
                && Fit(compact[..^length], strict) is { } start)
            {
                return start with { Inward = compact[^length].ToString() };
            }
        }

        return null;
    }

    private ReadPostcode? Fit(string text, bool strict)
    {
        ReadPostcode? best = null;
        var fewest = int.MaxValue;
        foreach (var shape in Shapes.Where(s => s.Length == text.Length))
        {
            var (outward, changes) = Shaped(text, shape);
            if (outward is null || (strict && changes > 0) || changes > fewest || !index.Knows(outward))
            {
                continue;
            }

            // Two codes equally near: the first is offered, and the answer asks.
            var tie = best is not null && changes == fewest;
            best = tie ? best!.Value with { Uncertain = true } : new ReadPostcode(outward, "", changes > 0, false);
            fewest = changes;
        }

        // GIR and NPT, the two codes without a digit.
        return best ?? (text.Length == 3 && text.All(char.IsAsciiLetterUpper) && index.Knows(text) ? new ReadPostcode(text, "", false, false) : null);
    }

    private static (string? Text, int Changes) Shaped(string text, string shape)
    {
        var changes = 0;
        Span<char> result = stackalloc char[shape.Length];
        for (var i = 0; i < shape.Length; i++)
        {
            var c = text[i];
            var fits = shape[i] == 'A' ? char.IsAsciiLetterUpper(c) : char.IsAsciiDigit(c);
            var other = (shape[i], c) switch
            {
                ('9', 'O') => '0',
                ('9', 'I' or 'L') => '1',
                ('9', 'S') => '5',
                ('A', '0') => 'O',
                ('A', '1') => 'I',
                ('A', '5') => 'S',
                _ => '\0',
            };
            if (!fits && other == '\0')
            {
                return (null, 0);
            }

            changes += fits ? 0 : 1;
            result[i] = fits ? c : other;
        }

        return (result.ToString(), changes);
    }
}
