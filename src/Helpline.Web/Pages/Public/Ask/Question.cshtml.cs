using FluentValidation;
using Helpline.Core.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class QuestionModel(AskJourneys journeys) : AskPage(journeys)
{
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>Nobody sees this field; only programs fill it in.</summary>
    [BindProperty]
    public string? Website { get; init; }

    protected override bool MayStart => true;

    public void OnGet() => Question = Found?.Question;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!string.IsNullOrEmpty(Website))
        {
            return Again("", "We could not take that. Please press Continue again");
        }

        var input = new Input(Typed.Clean(Question));
        var result = new Validator().Validate(input);
        if (!result.IsValid)
        {
            return Again(result);
        }

        // A journey that has run out, or has been sent, makes way for a new one: nothing but the question is needed.
        var state = Found is { Done: null } ? Found : null;
        Journey = state is null ? null : Journey;
        return await GoOnAsync((state ?? AskState.New()) with { Question = input.Question }, "Topic");
    }

    private sealed record Input(string? Question);

    private sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Question).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter your question")
            .MaximumLength(Enquiry.QuestionLength).WithMessage(input => FormattableString.Invariant(
                $"Your question must be {Enquiry.QuestionLength:N0} characters or fewer. It has {input.Question!.Length:N0}"));
    }
}
