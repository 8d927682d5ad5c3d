using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Letters;

/// <summary>Fills letters. Nothing that is written into one is kept.</summary>
/// <param name="knowledge">Where the time limits are.</param>
/// <param name="calculator">Works out the dates that a letter names.</param>
public sealed partial class LetterFiller(IKnowledgeBase knowledge, IDeadlineCalculator calculator)
{
    private const string Due = "due:";
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The letter with these values; what is missing stays a gap in square brackets.</summary>
    /// <param name="template">The letter.</param>
    /// <param name="values">What was entered, by the field's id; dates as YYYY-MM-DD. Unknown ids, and dates that are none, count as missing.</param>
    public FilledLetter Fill(LetterTemplate template, IReadOnlyDictionary<string, string?> values)
    {
        var gaps = new List<string>();
        var text = Placeholder().Replace(template.Text, m => Value(template, values, m.Groups[1].Value, gaps));
        var html = Placeholder().Replace(template.Html, m => Encode(Value(template, values, m.Groups[1].Value, [])));
        return new FilledLetter(html, text, [.. gaps.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What stands in square brackets for a field, or a time limit, of the letter.</summary>
    [GeneratedRegex(@"\{\{\s*([a-zA-Z0-9:.-]+)\s*\}\}")]
    internal static partial Regex Placeholder();

    private string Value(LetterTemplate template, IReadOnlyDictionary<string, string?> values, string name, List<string> gaps)
    {
        if (name.StartsWith(Due, StringComparison.Ordinal))
        {
            return Last(template, values, name[Due.Length..]) ?? Gap($"[last day: {knowledge.Current.Deadlines.Find(name[Due.Length..])?.Title}]");
        }

        var field = template.Fields.First(f => f.Id == name);
        return Entered(field, values) ?? Gap(field.Gap);

        string Gap(string words)
        {
            gaps.Add(words);
            return words;
        }
    }

    private static string? Entered(LetterField field, IReadOnlyDictionary<string, string?> values)
    {
        var value = values.GetValueOrDefault(field.Id)?.ReplaceLineEndings("\n").Trim();
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        return field.Kind switch
        {
            LetterFieldKind.Text => Cut(value.Replace('\n', ' '), field.Longest),
            LetterFieldKind.LongText => Cut(value, field.Longest),
            LetterFieldKind.Date => Day(value)?.ToString("d MMMM yyyy", British),
        };
    }

    private string? Last(LetterTemplate template, IReadOnlyDictionary<string, string?> values, string deadline)
    {
        var started = template.Fields.FirstOrDefault(f => f.Event is not null) is { } field ? Day(values.GetValueOrDefault(field.Id)) : null;
        return started is { } day ? calculator.Calculate(deadline, day)?.Due?.ToString("d MMMM yyyy", British) : null;
    }

    private static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(value?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Cut(string value, int longest) => value.Length <= longest ? value : value[..longest];

    private static string Encode(string value) => WebUtility.HtmlEncode(value).Replace("\n", "<br>", StringComparison.Ordinal);
}
