using Helpline.Core.Data;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Staff;

/// <summary>Sign-in of staff. What was wrong is never said, so that nobody learns which accounts exist.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(SignInManager<HelplineUser> signIn) : PageModel
{
    private const int LongestPassword = 200;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [FromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; init; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Home()) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), "Enter your e-mail address");
        }

        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), "Enter your password");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = Password!.Length > LongestPassword
            ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(Email!.Trim(), Password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            ModelState.AddModelError(nameof(Password), "The e-mail address or password is wrong, or there were too many tries. Wait 15 minutes before trying a sixth time");
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/sign-in");
    }

    private string Home() => User switch
    {
        _ when User.AdviserId() is not null => "/console",
        _ when User.IsInRole(Roles.Manager) || User.IsInRole(Roles.Administrator) => "/manage",
        _ when User.IsInRole(Roles.Editor) => "/manage/knowledge",
        _ => "/",
    };
}
