using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Helpline.Core.Texts;

/// <summary>
/// The numbers we text: mobiles of the United Kingdom. Never 070 (personal numbers) or 076 (pagers), and never a landline, where a text is read
/// aloud to whoever answers.
/// </summary>
public static partial class UkMobile
{
    /// <summary>Whether a number in E.164 is one.</summary>
    public static bool Is([NotNullWhen(true)] string? number) => number is not null && Mobile().IsMatch(number);

    /// <summary>Reads what somebody typed: national or with +44 or 0044, spaces, hyphens and brackets allowed.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out string? number)
    {
        number = null;
        if (typed is null || typed.Length > 40)
        {
            return false;
        }

        var plain = Spacing().Replace(typed, "").Replace("(0)", "", StringComparison.Ordinal).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        var e164 = plain switch
        {
            ['0', '0', '4', '4', .. var rest] => "+44" + rest,
            ['0', .. var rest] => "+44" + rest,
            ['4', '4', .. var rest] => "+44" + rest,
            _ => plain,
        };
        number = Is(e164) ? e164 : null;
        return number is not null;
    }

    /// <summary>The number as people write it.</summary>
    public static string Display(string number) => Is(number) ? $"0{number[3..7]} {number[7..10]} {number[10..]}" : number;

    [GeneratedRegex(@"\A\+447[1-57-9][0-9]{8}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\s.\-\u2010-\u2015]")]
    private static partial Regex Spacing();
}
