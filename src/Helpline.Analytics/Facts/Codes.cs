using System.Text.RegularExpressions;

namespace Helpline.Analytics.Facts;

/// <summary>What may stand where a code is expected. Anything else is refused, so free text cannot slip in.</summary>
public static partial class Codes
{
    /// <summary>The code of a value nobody gave, such as the place of a silent call.</summary>
    public const string NotKnown = "not-known";

    /// <summary>Most codes one contact may carry in any one list.</summary>
    public const int MaxInList = 8;

    /// <summary>True for one to 64 lower-case letters, digits and hyphens.</summary>
    public static bool IsCode(string? value) => value is not null && CodePattern().IsMatch(value);

    /// <summary>True for a GSS code: a letter for the nation and eight digits, such as E10000015.</summary>
    public static bool IsAreaCode(string? value) => value is not null && AreaPattern().IsMatch(value);

    /// <summary>Returns the code, or throws without repeating what was given: it might be personal.</summary>
    /// <exception cref="ArgumentException">The value is not a code.</exception>
    public static string Require(string? value, string name) =>
        IsCode(value) ? value! : throw new ArgumentException("Not a code.", name);

    internal static string? RequireOrNull(string? value, string name) =>
        value is null ? null : Require(value, name);

    internal static string? RequireAreaOrNull(string? value, string name) =>
        value is null || IsAreaCode(value) ? value : throw new ArgumentException("Not a GSS code.", name);

    internal static IReadOnlyList<string> RequireAll(IReadOnlyList<string>? values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count > MaxInList)
        {
            throw new ArgumentException("Too many codes.", name);
        }

        return [.. values.Select(value => Require(value, name))];
    }

    // \z and not $: $ would let a line break through at the end.
    [GeneratedRegex(@"\A[a-z0-9-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\A[ENSW][0-9]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AreaPattern();
}
