using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Helpline.Core.Enquiries;

/// <summary>
/// The reference people write down and type, such as <c>HL-7K2M-9QXD</c>. It uses 23 signs: no vowels, so it spells nothing, and none
/// that are mistaken for another. The last one checks the others: because 23 is prime, one wrong sign or two exchanged are always noticed.
/// </summary>
public static class EnquiryReference
{
    /// <summary>Its length as written, with the hyphens.</summary>
    public const int Length = 12;

    private const string Signs = "23456789CDFHJKMNPQRTVWX";
    private const string Prefix = "HL";
    private const int Count = 8;

    /// <summary>A new reference, drawn at random out of 3.4 thousand million.</summary>
    public static string New()
    {
        var drawn = RandomNumberGenerator.GetItems<char>(Signs, Count - 1);
        return Write(new string(drawn) + CheckOf(drawn));
    }

    /// <summary>Reads what somebody typed: any case, with or without prefix, spaces and hyphens. False when it cannot be a reference.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out string? reference)
    {
        reference = null;
        if (typed is null || typed.Length > 40)
        {
            return false;
        }

        var plain = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        plain = plain.StartsWith(Prefix, StringComparison.Ordinal) ? plain[Prefix.Length..] : plain;
        if (plain.Length != Count || plain.Any(sign => !Signs.Contains(sign, StringComparison.Ordinal)) || CheckOf(plain.AsSpan(0, Count - 1)) != plain[^1])
        {
            return false;
        }

        reference = Write(plain);
        return true;
    }

    private static string Write(string plain) => $"{Prefix}-{plain[..4]}-{plain[4..]}";

    /// <summary>The weights 2 to 8 differ and none is a multiple of 23, so every single slip changes the sum.</summary>
    private static char CheckOf(ReadOnlySpan<char> signs)
    {
        var sum = 0;
        for (var i = 0; i < signs.Length; i++)
        {
            sum += (i + 2) * Signs.IndexOf(signs[i], StringComparison.Ordinal);
        }

        return Signs[sum % Signs.Length];
    }
}
