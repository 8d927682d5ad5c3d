using System.Globalization;
using FluentValidation;
using Helpline.Core.Feedback;
using Helpline.Web.Pages.Public.Ask;
using Helpline.Web.TagHelpers;

namespace Helpline.Web.Pages.Public.Feedback;

/// <summary>The two questions of the survey and a comment, as a form sends them.</summary>
public sealed class RatingInput
{
    public string? Helped { get; set; }

    public string? NextStepClear { get; set; }

    public string? Comment { get; set; }

    public static IReadOnlyList<FieldOption> HelpedScores { get; } =
        [new("5", "5 – yes, very much"), new("4", "4"), new("3", "3 – partly"), new("2", "2"), new("1", "1 – not at all")];

    public static IReadOnlyList<FieldOption> ClearScores { get; } =
        [new("5", "5 – yes, quite clear"), new("4", "4"), new("3", "3 – partly"), new("2", "2"), new("1", "1 – not at all")];

    /// <summary>What was said before. The comment is not shown again.</summary>
    public static RatingInput From(ContactFeedback? said) => new()
    {
        Helped = said?.Helped?.ToString(CultureInfo.InvariantCulture),
        NextStepClear = said?.NextStepClear?.ToString(CultureInfo.InvariantCulture),
    };

    public FeedbackInput ToInput() => new(ScoreOf(Helped), ScoreOf(NextStepClear), Typed.Clean(Comment));

    internal static bool IsScore(string? text) => string.IsNullOrEmpty(text) || text is ['1' or '2' or '3' or '4' or '5'];

    private static int? ScoreOf(string? text) => string.IsNullOrEmpty(text) ? null : text[0] - '0';
}

/// <summary>What a rating must be like.</summary>
public sealed class RatingValidator : AbstractValidator<RatingInput>
{
    public RatingValidator()
    {
        RuleFor(input => input.Helped).Cascade(CascadeMode.Stop)
            .Must((input, helped) => !string.IsNullOrEmpty(helped) || !string.IsNullOrEmpty(input.NextStepClear)).WithMessage("Choose a number from 1 to 5")
            .Must(RatingInput.IsScore).WithMessage("Choose a number from 1 to 5");
        RuleFor(input => input.NextStepClear).Must(RatingInput.IsScore).WithMessage("Choose a number from 1 to 5");
        RuleFor(input => input.Comment)
            .Must(comment => (Typed.Clean(comment)?.Length ?? 0) <= ContactFeedback.CommentLength)
            .WithMessage(FormattableString.Invariant($"Your comment must be {ContactFeedback.CommentLength:N0} characters or fewer"));
    }
}
