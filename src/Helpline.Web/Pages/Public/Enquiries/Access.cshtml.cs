using FluentValidation;
using Helpline.Core.Enquiries;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public.Enquiries;

[EnableRateLimiting(RateLimits.PublicForms)]
public sealed class AccessModel(EnquiryAccess access, EnquiryCookie cookie) : PageModel
{
    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Pin { get; init; }

    public void OnGet([FromQuery(Name = "reference")] string? reference) =>
        Reference = EnquiryReference.TryRead(reference, out var known) ? known : null;

    public async Task<IActionResult> OnPostAsync()
    {
        var result = new Validator().Validate(new Input(Reference ?? "", string.Concat((Pin ?? "").Where(sign => !char.IsWhiteSpace(sign)))));
        if (!ModelState.Accept(result))
        {
            return Again();
        }

        var asked = await access.ByPinAsync(Reference, Pin, HttpContext.RequestAborted);
        switch (asked.Outcome)
        {
            case AccessOutcome.Granted:
                cookie.Grant(HttpContext, asked.EnquiryId!.Value, asked.Reference!);
                return Redirect(EnquiryCookie.AddressOf(asked.Reference!));
            case AccessOutcome.Refused:
                ModelState.AddModelError(nameof(Pin), "The reference and the PIN do not belong together. Check both. After 5 wrong tries you have to wait 15 minutes");
                return Again();
            case AccessOutcome.Locked:
                ModelState.AddModelError(nameof(Pin), "There were too many wrong tries. Wait 15 minutes, then try again");
                return Again();
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private sealed record Input(string Reference, string Pin);

    private sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Reference).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage("Enter your reference")
                .Must(text => EnquiryReference.TryRead(text, out _)).WithMessage("That is not one of our references. Check it sign by sign");
            RuleFor(input => input.Pin).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage("Enter your PIN")
                .Matches("^[0-9]{6}$").WithMessage("Your PIN has 6 digits");
        }
    }
}
