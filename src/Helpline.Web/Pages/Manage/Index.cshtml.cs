using Helpline.Core.Figures;
using Helpline.Core.Mail;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage;

/// <summary>The helpline at this moment and today: numbers only, nothing leads to a contact.</summary>
[Authorize(Policy = Policies.Manage)]
public sealed class IndexModel(LiveFiguresQueries figures, UnsentMailQueries mails, TimeProvider time) : PageModel
{
    public Today Today { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Today = await Today.ReadAsync(figures, mails, time, cancellationToken);

    /// <summary>The part of the page that is refreshed.</summary>
    public async Task<PartialViewResult> OnGetFiguresAsync(CancellationToken cancellationToken) =>
        Partial("_Figures", await Today.ReadAsync(figures, mails, time, cancellationToken));
}
