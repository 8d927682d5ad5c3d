using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Makes the two views of a text fit to stand side by side on one page: without ids, and a level deeper than the page's own headings.</summary>
public static partial class PreviewHtml
{
    public static string Fit(string html) => Heading().Replace(
        Ids().Replace(html, ""),
        m => $"<{m.Groups["slash"].Value}h{Math.Min(6, int.Parse(m.Groups["level"].Value, CultureInfo.InvariantCulture) + 2)}");

    [GeneratedRegex(@" id=""[^""]*""")]
    private static partial Regex Ids();

    [GeneratedRegex("<(?<slash>/?)h(?<level>[2-5])")]
    private static partial Regex Heading();
}
