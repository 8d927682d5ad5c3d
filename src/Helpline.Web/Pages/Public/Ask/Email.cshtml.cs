using System.Net.Mail;
using FluentValidation;
using Helpline.Core.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class EmailModel(AskJourneys journeys) : AskPage(journeys)
{
    private const int Longest = 254;

    [BindProperty]
    public string? Email { get; set; }

    public void OnGet() => Email = State.Email;

    public async Task<IActionResult> OnPostAsync()
    {
        var email = Typed.Clean(Email);
        var result = new Validator().Validate(new Address(email ?? ""));
        return result.IsValid
            ? await GoOnAsync(State with { Reply = ReplyRoute.Email, Email = email }, "Name")
            : Again(result);
    }

    private static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith('.') && !text.Any(char.IsWhiteSpace);

    private sealed record Address(string Email);

    private sealed class Validator : AbstractValidator<Address>
    {
        public Validator() => RuleFor(input => input.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Enter your email address")
            .MaximumLength(Longest).WithMessage("Your email address must be 254 characters or fewer")
            .Must(IsAddress).WithMessage("Enter an email address in the right form, like name@example.com");
    }
}
