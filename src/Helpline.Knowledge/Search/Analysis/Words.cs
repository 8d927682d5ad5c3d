using System.Globalization;
using System.Text;

namespace Helpline.Knowledge.Search.Analysis;

/// <summary>Cuts text into words without changing any position, so that matches can be shown in the text itself.</summary>
internal static class Words
{
    /// <summary>The longest word kept; what is longer is no word.</summary>
    private const int Longest = 40;

    /// <summary>The text in small letters without accents, char for char.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Fold(source[i]);
        }
    });

    public static List<Word> Split(string folded)
    {
        var words = new List<Word>();
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < folded.Length && (char.IsLetterOrDigit(folded[i]) || IsInnerApostrophe(folded, i)))
            {
                i++;
            }

            if (i - start <= Longest)
            {
                words.Add(new Word(WithoutApostrophes(folded[start..i]), start, i - start));
            }
        }

        return words;
    }

    private static char Fold(char c)
    {
        if (c < 128)
        {
            return char.ToLowerInvariant(c);
        }

        if (c is '\u2018' or '\u2019' or '\u02bc')
        {
            return '\'';
        }

        // A lone half of a pair cannot be decomposed; it is no letter and parts words.
        if (char.IsSurrogate(c))
        {
            return ' ';
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return char.GetUnicodeCategory(parts[0]) == UnicodeCategory.NonSpacingMark ? ' ' : char.ToLowerInvariant(parts[0]);
    }

    private static bool IsInnerApostrophe(string text, int i) =>
        text[i] == '\'' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && i > 0 && char.IsLetter(text[i - 1]);

    /// <summary>"child's" is child; "won't" is wont.</summary>
    private static string WithoutApostrophes(string word)
    {
        if (!word.Contains('\'', StringComparison.Ordinal))
        {
            return word;
        }

        return (word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word).Replace("'", "", StringComparison.Ordinal);
    }
}
