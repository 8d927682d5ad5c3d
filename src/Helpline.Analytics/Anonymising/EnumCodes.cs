using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Helpline.Analytics.Anonymising;

/// <summary>Enum values as codes: ShortAbandoned becomes short-abandoned, UpTo20Seconds up-to-20-seconds.</summary>
internal static partial class EnumCodes
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

#pragma warning disable CA1308 // Codes are lower case by definition.
    public static string Of(Enum value) => Known.GetOrAdd(value, static v =>
        Boundary().Replace(v.ToString(), "-").ToLowerInvariant());
#pragma warning restore CA1308

    [GeneratedRegex("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();
}
