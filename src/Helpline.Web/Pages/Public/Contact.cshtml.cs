using Helpline.Core.Hours;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public;

public sealed class ContactModel(OpeningHours hours, TimeProvider clock) : PageModel
{
    public PhoneHours Hours { get; } = PhoneHours.At(hours, clock);
}
