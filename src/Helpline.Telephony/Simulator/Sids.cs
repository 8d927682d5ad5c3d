using System.Buffers;

namespace Helpline.Telephony.Simulator;

/// <summary>Identifiers in the service's shape: two letters and 32 hexadecimal digits.</summary>
internal static class Sids
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public static string New(string prefix, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return prefix + Convert.ToHexStringLower(bytes);
    }

    public static bool Is(string? value, string prefix) =>
        value is { Length: 34 }
        && value.StartsWith(prefix, StringComparison.Ordinal)
        && value.AsSpan(2).IndexOfAnyExcept(Hex) < 0;
}
