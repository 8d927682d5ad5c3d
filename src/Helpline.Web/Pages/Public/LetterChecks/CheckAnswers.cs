using Helpline.Knowledge.LetterChecks;

namespace Helpline.Web.Pages.Public.LetterChecks;

/// <summary>Answers so far, as addresses hold them: a letter for each, in the order of the questions. They name nobody.</summary>
public static class CheckAnswers
{
    public static string Write(IEnumerable<LetterAnswer> answers) => string.Concat(answers.Select(Sign));

    /// <summary>Null where the text is none of ours, or longer than the questions are many.</summary>
    public static IReadOnlyList<LetterAnswer>? Read(string? text, int most)
    {
        var signs = text ?? "";
        if (signs.Length > most)
        {
            return null;
        }

        var answers = new List<LetterAnswer>();
        foreach (var sign in signs)
        {
            if (Of(sign) is not { } answer)
            {
                return null;
            }

            answers.Add(answer);
        }

        return answers;
    }

    /// <summary>An answer as it is sent by the form; null where it is none.</summary>
    public static LetterAnswer? Of(string? word) => word?.Length == 1 ? Of(word[0]) : null;

    private static LetterAnswer? Of(char sign) => sign switch
    {
        'y' => LetterAnswer.Yes,
        'n' => LetterAnswer.No,
        'u' => LetterAnswer.NotSure,
        _ => null,
    };

    private static string Sign(LetterAnswer answer) => answer switch
    {
        LetterAnswer.Yes => "y",
        LetterAnswer.No => "n",
        LetterAnswer.NotSure => "u",
    };
}
