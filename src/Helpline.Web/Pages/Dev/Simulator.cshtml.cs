using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Dev;

/// <summary>A pretend phone. There is one only where the phone service is simulated, in Development.</summary>
public sealed class SimulatorModel(IWebHostEnvironment environment, IConfiguration configuration) : PageModel
{
    public IActionResult OnGet() =>
        environment.IsDevelopment() && configuration["Twilio:Mode"] == "Simulator" ? Page() : NotFound();
}
