using System.Text;
using Helpline.Analytics;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Pages.Manage;

/// <summary>Trends by week from the anonymised figures. The tables are the page; charts are drawn from them where there is JavaScript.</summary>
[Authorize(Policy = Policies.Manage)]
public sealed class TrendsModel(TrendGrids grids, IOptions<AnalyticsOptions> options) : PageModel
{
    private const int UsualWeeks = 13;

    /// <summary>The period asked for, in weeks.</summary>
    [BindProperty(SupportsGet = true, Name = "weeks")]
    public int Asked { get; set; } = UsualWeeks;

    /// <summary>The period shown, in weeks: one of the choices.</summary>
    public int Weeks => TrendGrids.Choices.Contains(Asked) ? Asked : UsualWeeks;

    /// <summary>The fewest contacts behind any number shown.</summary>
    public int Fewest => options.Value.K;

    public IReadOnlyList<FigureGrid> Grids { get; private set; } = [];

    public bool IsEmpty => Grids[0].Rows.All(row => row.Cells.All(cell => cell.Value is 0 or null));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var read = new List<FigureGrid>();
        foreach (var name in TrendGrids.Names)
        {
            read.Add((await grids.ReadAsync(name, Weeks, cancellationToken))!);
        }

        Grids = read;
    }

    /// <summary>One table as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string? table, CancellationToken cancellationToken)
    {
        if (await grids.ReadAsync(table, Weeks, cancellationToken) is not { } grid)
        {
            return NotFound();
        }

        // Spreadsheets take a file for UTF-8 only when it says so at its start.
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(grid.ToCsv())];
        return File(bytes, "text/csv; charset=utf-8", $"helpline-{grid.Id}-{Weeks}-weeks.csv");
    }
}
