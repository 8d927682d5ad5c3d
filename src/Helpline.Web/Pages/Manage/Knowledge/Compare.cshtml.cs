using System.Globalization;
using Helpline.Core.Publishing;
using Helpline.Knowledge.Editing;
using Helpline.Web.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Two texts of one file, line by line: versions, what is served, what was shipped.</summary>
public sealed class CompareModel(PublishingQueries queries, IContentCheck check) : FilePage(queries, check)
{
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [FromQuery(Name = "to")]
    public string? To { get; init; }

    public IReadOnlyList<DiffLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await ReadAsync(From, cancellationToken) is not { } before || await ReadAsync(To, cancellationToken) is not { } after)
        {
            return BadRequest("Write from= and to= as a version's number, 'served' or 'shipped'.");
        }

        Lines = LineDiff.Of(before, after);
        return Page();
    }

    public static string NameOf(string? which) => which switch
    {
        "served" => "what is served",
        "shipped" => "the shipped text",
        _ => $"version {which}",
    };

    private async Task<string?> ReadAsync(string? which, CancellationToken cancellationToken) => which switch
    {
        "served" => Served,
        "shipped" => Check.Shipped(Text.Path),
        _ => int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await Queries.TextAsync(Text.Path, number, cancellationToken) : null,
    };
}
