using System.Globalization;

namespace Helpline.Core.Callbacks;

/// <summary>Whether we can ring a number back.</summary>
public enum UkNumberOutcome
{
    /// <summary>It can be rung.</summary>
    Ringable,

    /// <summary>It has too few or too many digits, or is of no kind we know.</summary>
    NotWhole,

    /// <summary>It costs more than a call should, or hides who is rung: 09, 084, 087, 070, and pagers.</summary>
    Premium,

    /// <summary>It is a number of another country.</summary>
    Abroad,
}

/// <summary>Reads numbers of the United Kingdom, as they are shown to us or keyed in.</summary>
public static class UkNumber
{
    private const string Country = "44";

    /// <summary>Reads a number.</summary>
    /// <param name="text">Digits, perhaps with a plus, spaces, brackets or hyphens: <c>07700 900123</c>, <c>0044…</c>, <c>+44…</c>.</param>
    /// <param name="number">In E.164 when it can be rung; otherwise empty.</param>
    public static UkNumberOutcome Read(string? text, out string number)
    {
        number = "";
        var digits = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        var plus = text?.TrimStart().StartsWith('+') ?? false;
        var national = (plus, digits) switch
        {
            (true, _) when !digits.StartsWith(Country, StringComparison.Ordinal) => null,
            (true, _) => digits[2..],
            (false, _) when digits.StartsWith("0044", StringComparison.Ordinal) => digits[4..],
            (false, _) when digits.StartsWith("00", StringComparison.Ordinal) => null,
            (false, _) when digits.StartsWith(Country, StringComparison.Ordinal) && digits.Length == 12 => digits[2..],
            (false, _) when digits.StartsWith('0') => digits[1..],
            _ => "",
        };
        if (national is null)
        {
            return UkNumberOutcome.Abroad;
        }

        // Some write +44 (0)7700: the zero is dialled inside the country only.
        var outcome = KindOf(national.TrimStart('0'));
        number = outcome == UkNumberOutcome.Ringable ? string.Create(CultureInfo.InvariantCulture, $"+{Country}{national.TrimStart('0')}") : "";
        return outcome;
    }

    /// <summary>The number as people here write it, in groups: <c>07700 900 123</c>.</summary>
    /// <param name="number">A ringable number in E.164.</param>
    public static string Written(string number)
    {
        var national = "0" + number[3..];
        return national.Length < 9 ? national : $"{national[..5]} {national[5..8]} {national[8..]}";
    }

    private static UkNumberOutcome KindOf(string national) => (national.Length, national) switch
    {
        (_, ['9', ..]) or (_, ['8', '4' or '7', ..]) or (_, ['7', '0', ..]) => UkNumberOutcome.Premium,
        (_, ['7', '6', ..]) when !national.StartsWith("7624", StringComparison.Ordinal) => UkNumberOutcome.Premium,
        (10, ['1' or '2' or '3' or '7', ..]) or (9, ['1', ..]) => UkNumberOutcome.Ringable,
        (10, ['5', '5' or '6', ..]) or (9 or 10, ['8', '0', ..]) => UkNumberOutcome.Ringable,
        _ => UkNumberOutcome.NotWhole,
    };
}
