using Helpline.Core.Publishing;
using Helpline.Knowledge.Editing;
using Helpline.Web.Editing;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>A page about one text.</summary>
public abstract class FilePage(PublishingQueries queries, IContentCheck check) : PageModel
{
    [FromRoute(Name = "kind")]
    public string? Kind { get; init; }

    [FromRoute(Name = "name")]
    public string? Name { get; init; }

    /// <summary>The text; only after <see cref="FindAsync"/>.</summary>
    public ContentFile Text { get; private set; } = null!;

    /// <summary>Its versions, latest first.</summary>
    public IReadOnlyList<VersionSummary> Versions { get; private set; } = [];

    /// <summary>The one that is open.</summary>
    public VersionSummary? Open => Versions.FirstOrDefault(v => v.IsOpen);

    /// <summary>What is served: a version's text or the shipped file.</summary>
    public string? Served { get; private set; }

    /// <summary>The hash of the shipped file; null when none is shipped.</summary>
    public string? ShippedHash => check.Shipped(Text.Path) is { } shipped ? check.Hash(shipped) : null;

    protected PublishingQueries Queries => queries;

    protected IContentCheck Check => check;

    protected EditContext By(string? why = null) => new(User.UserId(), string.IsNullOrWhiteSpace(why) ? null : why.Trim());

    /// <summary>Finds the text and its versions; false when there is no such text, shipped or written here.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (ContentFile.Of(Kind, Name) is not { } file)
        {
            return false;
        }

        Text = file;
        Versions = await queries.VersionsAsync(file.Path, cancellationToken);
        var published = Versions.FirstOrDefault(v => v.Status == VersionStatus.Published);
        Served = (published is null ? null : await queries.TextAsync(file.Path, published.Number, cancellationToken)) ?? check.Shipped(file.Path);
        return Versions.Count > 0 || Served is not null;
    }

    /// <summary>The text as content, on top of what is shipped now.</summary>
    protected ContentText TextOf(string text) => new() { Path = Text.Path, Text = text, Hash = check.Hash(text), ShippedHash = ShippedHash };

    /// <summary>Notes on the page what keeps a text from being published. Whether nothing does.</summary>
    protected bool MayBePublished(string? text)
    {
        if (text is null)
        {
            return false;
        }

        foreach (var issue in check.Check(Text.Path, text).Issues.Take(20))
        {
            ModelState.AddModelError("", $"Line {issue.Line}: {issue.Message}");
        }

        return ModelState.IsValid;
    }
}
