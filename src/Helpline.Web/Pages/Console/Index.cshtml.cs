using Helpline.Core.Advisers;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>The frame of the console; the island fills it and keeps it live.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>The reasons an adviser can give; those Helpline sets itself are not offered.</summary>
    public static IReadOnlyList<(string Value, string Text)> AwayReasons { get; } =
    [
        (nameof(AwayReason.Break), "Break"),
        (nameof(AwayReason.Lunch), "Lunch"),
        (nameof(AwayReason.Training), "Training or meeting"),
        (nameof(AwayReason.Casework), "Casework"),
    ];

    public string AdviserId => User.AdviserId()?.ToString() ?? "";

    public void OnGet() => Response.Headers.CacheControl = "no-store";
}
